namespace DrAivBot.Organisation;

/// <summary>What registering a company needs.</summary>
public sealed record NewCompany
{
    /// <summary>Its name, checked with <see cref="CompanyName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>IANA name of its time zone, for example <c>Asia/Almaty</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 4217 code of its currency, for example <c>KZT</c>.</summary>
    public required string Currency { get; init; }
}
