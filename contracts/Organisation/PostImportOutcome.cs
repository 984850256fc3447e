namespace DrAivBot.Organisation;

/// <summary>What came of adding many posts.</summary>
public sealed record PostImportOutcome
{
    /// <summary>What came of it.</summary>
    public required PostImportResult Result { get; init; }

    /// <summary>The invitations that were made, in the order of the posts; empty unless all was added.</summary>
    public IReadOnlyList<ImportedInvitation> Invitations { get; init; } = [];
}

/// <summary>An invitation to a post that was just added.</summary>
public sealed record ImportedInvitation
{
    /// <summary>Which of the posts given it is for, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The number the post was given.</summary>
    public required int PositionNumber { get; init; }

    /// <summary>The link that joins. Only here: it cannot be had a second time.</summary>
    public required Uri Link { get; init; }

    /// <summary>When its time is over.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What can come of adding many posts. New results may come.</summary>
public enum PostImportResult
{
    /// <summary>All of them are there.</summary>
    Added = 0,

    /// <summary>The actor may not add posts to one of the departments, or not invite there: nothing was added.</summary>
    Forbidden = 1,

    /// <summary>The company cannot have that many more active invitations: nothing was added.</summary>
    TooManyInvitations = 2,
}
