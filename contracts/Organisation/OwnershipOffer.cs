namespace DrAivBot.Organisation;

/// <summary>An owner's offer to hand the company over. It takes both: the owner confirms by offering, the other by accepting in time.</summary>
public sealed record OwnershipOffer
{
    /// <summary>How long the other side has to accept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Identifies it.</summary>
    public required OwnershipOfferId Id { get; init; }

    /// <summary>The owner who offered.</summary>
    public required Holder From { get; init; }

    /// <summary>The member it was offered to.</summary>
    public required Holder To { get; init; }

    /// <summary>When it was offered, UTC.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>When it lapses, UTC.</summary>
    public DateTimeOffset ExpiresAt => OfferedAt + Life;
}

/// <summary>What became of an act on an offer of ownership.</summary>
public sealed record OwnershipResult
{
    /// <summary>What became of it.</summary>
    public required OwnershipOutcome Outcome { get; init; }

    /// <summary>The offer made, accepted or closed; for <see cref="OwnershipOutcome.AlreadyOffered"/> the open one. Null otherwise.</summary>
    public OwnershipOffer? Offer { get; init; }

    /// <summary>Whether it is done.</summary>
    public bool IsDone => Outcome == OwnershipOutcome.Done;
}

/// <summary>What became of an act on an offer of ownership. New ones may come: word the unknown as a refusal.</summary>
public enum OwnershipOutcome
{
    /// <summary>It is done, and in the company's audit.</summary>
    Done = 0,

    /// <summary>There is no such open offer, or the acting person is not the one it waits for.</summary>
    NotFound = 1,

    /// <summary>Only the owner may. In the audit.</summary>
    Forbidden = 2,

    /// <summary>More than 24 hours have passed since it was offered.</summary>
    Expired = 3,

    /// <summary>The person is no active member of the company, or the owner already.</summary>
    BadPerson = 4,

    /// <summary>Another offer is open: close it first.</summary>
    AlreadyOffered = 5,
}
