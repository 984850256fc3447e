namespace DrAivBot.Organisation;

/// <summary>An invitation as those see it who may invite for its post.</summary>
public sealed record Invitation
{
    /// <summary>Identifies it.</summary>
    public required InvitationId Id { get; init; }

    /// <summary>The post it is for, with its present holder.</summary>
    public required Position Position { get; init; }

    /// <summary>Whether it still opens.</summary>
    public required InvitationState State { get; init; }

    /// <summary>Who made it.</summary>
    public required Holder InvitedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its time is over.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Who joined by it; null when nobody did.</summary>
    public Holder? UsedBy { get; init; }

    /// <summary>When it was used or revoked; null while neither happened.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When somebody last declined it; null when nobody did. It stays active for others.</summary>
    public DateTimeOffset? DeclinedAt { get; init; }
}
