namespace DrAivBot.Privacy;

/// <summary>What an erasure would do, counted now.</summary>
public sealed record ErasurePlan
{
    /// <summary>How long it can be taken back after it was asked for.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>What is removed, the largest first; parts without rows are left out.</summary>
    public required IReadOnlyList<DataPart> Removed { get; init; }

    /// <summary>Rows that stay for others without the person's name; 0 for a company.</summary>
    public required long KeptCount { get; init; }

    /// <summary>Companies the person leaves by it; for a company its name alone.</summary>
    public required IReadOnlyList<string> Companies { get; init; }

    /// <summary>Companies that have no other owner, so that the person cannot be erased yet. Empty by default.</summary>
    public IReadOnlyList<string> Owned { get; init; } = [];
}

/// <summary>An erasure that was asked for and not carried out yet.</summary>
public sealed record PendingErasure
{
    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it is carried out, UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether it is being carried out, too late to take it back.</summary>
    public required bool IsRunning { get; init; }
}

/// <summary>What became of asking for an erasure. New ones may come: word the unknown as a refusal.</summary>
public enum ErasureOutcome
{
    /// <summary>It will be carried out after <see cref="ErasurePlan.Grace"/>.</summary>
    Requested = 0,

    /// <summary>It was asked for before; nothing changed.</summary>
    AlreadyRequested = 1,

    /// <summary>Only the owner may. In the audit.</summary>
    Forbidden = 2,

    /// <summary>The person is the only owner of a company: it is handed over or erased first.</summary>
    LastOwner = 3,
}
