namespace DrAivBot.Organisation;

/// <summary>What the person of a turn has chosen for themselves, in all their companies. A core service, injected into handlers. Implemented by the host; grows by new members.</summary>
public interface IOwnProfile
{
    /// <summary>Reads what the person has chosen.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The choices.</returns>
    Task<OwnProfile> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Chooses the language, from the next screen on.</summary>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>False for a language that the bot does not speak.</returns>
    Task<bool> ChooseLanguageAsync(string language, CancellationToken cancellationToken);

    /// <summary>Chooses where times are shown, from the next screen on.</summary>
    /// <param name="timeZone">An IANA name, for example <c>Asia/Almaty</c>; null follows the company.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>False for a zone that this machine does not know.</returns>
    Task<bool> ChooseTimeZoneAsync(string? timeZone, CancellationToken cancellationToken);
}

/// <summary>What a person has chosen for themselves.</summary>
public sealed record OwnProfile
{
    /// <summary><c>ru</c> or <c>en</c>; null follows their Telegram.</summary>
    public string? Language { get; init; }

    /// <summary>An IANA name; null follows the company.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The zone of the active company; null for a guest.</summary>
    public string? CompanyTimeZone { get; init; }
}
