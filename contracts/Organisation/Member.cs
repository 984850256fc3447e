namespace DrAivBot.Organisation;

/// <summary>A person's place in the company of a turn.</summary>
public sealed record Member
{
    /// <summary>The company.</summary>
    public required CompanyId CompanyId { get; init; }

    /// <summary>The company's name, untrusted text of 2 to 120 characters.</summary>
    public required string CompanyName { get; init; }

    /// <summary>The highest role: exactly one of the flags.</summary>
    public required CompanyRoles Role { get; init; }
}
