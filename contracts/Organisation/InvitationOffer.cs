namespace DrAivBot.Organisation;

/// <summary>What a link offers the person who opened it, or what became of it.</summary>
public sealed record InvitationOffer
{
    /// <summary>What it is worth now.</summary>
    public required OfferState State { get; init; }

    /// <summary>Name of the company, untrusted text; null for a link that nobody made.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The post, in the language of whoever opened the link; null for a link that nobody made.</summary>
    public Position? Position { get; init; }

    /// <summary>Who made the invitation; null for a link that nobody made.</summary>
    public Holder? InvitedBy { get; init; }

    /// <summary>When its time is over; null for a link that nobody made.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The company's zone, in which a guest, who has none, reads <see cref="ExpiresAt"/>; UTC for a link that nobody made.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether the person must first consent to the company processing their data: members have.</summary>
    public bool NeedsConsent { get; init; }
}

/// <summary>What a link is worth to the person who opened it. New states may come.</summary>
public enum OfferState
{
    /// <summary>They may join.</summary>
    Open = 0,

    /// <summary>Nobody made such a link.</summary>
    Unknown = 1,

    /// <summary>Somebody else has joined by it.</summary>
    Used = 2,

    /// <summary>Its time is over.</summary>
    Expired = 3,

    /// <summary>It was taken back.</summary>
    Revoked = 4,

    /// <summary>Somebody holds the post for good by now, or the post is no longer there.</summary>
    PostFilled = 5,

    /// <summary>The person made it: it is for somebody else.</summary>
    Own = 6,

    /// <summary>The person already holds the post, by this link or otherwise.</summary>
    Held = 7,

    /// <summary>They have just joined by it.</summary>
    Joined = 8,

    /// <summary>They have just declined it.</summary>
    Declined = 9,
}
