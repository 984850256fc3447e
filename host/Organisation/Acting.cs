using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Who asks the organisation, in which language and when.</summary>
internal sealed record Acting
{
    /// <summary>Null when nobody acts, as in a job.</summary>
    public UserId? User { get; init; }

    /// <summary>Null when nobody acts.</summary>
    public string? UserName { get; init; }

    /// <summary>Of names that the company did not choose.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
