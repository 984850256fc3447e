using DrAivBot.Organisation;

namespace DrAivBot.Routing;

/// <summary>The person of a turn. The Telegram id stays with the host.</summary>
public sealed record TurnUser
{
    /// <summary>Identifies the person across companies.</summary>
    public required UserId Id { get; init; }

    /// <summary>The name the person gave in Telegram, untrusted text of at most 130 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Language of the texts: <c>ru</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where times are shown; UTC until the person or their company has one.</summary>
    public required TimeZoneInfo TimeZone { get; init; }
}
