using DrAivBot.Privacy;

namespace DrAivBot.Host.Privacy;

/// <summary>A row of core.erasures that is not over.</summary>
internal sealed record ErasureRow
{
    public required Guid Id { get; init; }

    public required DataOwner Whose { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid User { get; init; }

    /// <summary>Null for a person's.</summary>
    public Guid? Company { get; init; }

    public required long Chat { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required bool IsRunning { get; init; }

    public required long Removed { get; init; }

    public required long Kept { get; init; }
}
