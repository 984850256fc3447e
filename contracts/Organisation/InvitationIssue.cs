namespace DrAivBot.Organisation;

/// <summary>What came of asking for an invitation.</summary>
public sealed record InvitationIssue
{
    /// <summary>What came of it.</summary>
    public required InvitationIssueResult Result { get; init; }

    /// <summary>The post it was asked for; null when there is none that the asking person may fill.</summary>
    public Position? Position { get; init; }

    /// <summary>The new invitation's id; null when there is none.</summary>
    public InvitationId? Id { get; init; }

    /// <summary>The link that joins. Only here: it cannot be had a second time. Null when there is no invitation.</summary>
    public Uri? Link { get; init; }

    /// <summary>When its time is over; null when there is no invitation.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the post had an active invitation, which this one has taken the place of: the earlier link opens nothing any more.</summary>
    public bool HasReplaced { get; init; }
}

/// <summary>What can come of asking for an invitation. New results may come.</summary>
public enum InvitationIssueResult
{
    /// <summary>There is one now.</summary>
    Issued = 0,

    /// <summary>The post does not exist, or the person may not invite for it: both are answered alike.</summary>
    NotFound = 1,

    /// <summary>Somebody holds the post for good; it must be freed first.</summary>
    PostFilled = 2,

    /// <summary>The company has <see cref="InvitationLink.MaxActive"/> active ones for other posts.</summary>
    TooMany = 3,
}
