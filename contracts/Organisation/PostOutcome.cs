namespace DrAivBot.Organisation;

/// <summary>What became of an act on a position or unit. New ones may come: word the unknown as a refusal.</summary>
public enum PostOutcome
{
    /// <summary>It is done, and in the company's audit.</summary>
    Done = 0,

    /// <summary>The company of the work has no such position or unit; also for one that the acting person may not know of.</summary>
    NotFound = 1,

    /// <summary>The acting person's positions give no right to it. In the audit.</summary>
    Forbidden = 2,

    /// <summary>Somebody holds the position for good: see <see cref="PostResult.Holder"/>. Replace, or free first.</summary>
    Occupied = 3,

    /// <summary>Somebody else than expected holds the position now, or nobody: see <see cref="PostResult.Holder"/>.</summary>
    HolderChanged = 4,

    /// <summary>The person holds the position already.</summary>
    AlreadyHolds = 5,

    /// <summary>The person is no active member of the company.</summary>
    NotAMember = 6,

    /// <summary>Nobody holds the position for good: there is nobody to free.</summary>
    Vacant = 7,

    /// <summary>One of the 21 seeded positions: it can only be renamed.</summary>
    Seeded = 8,

    /// <summary>Something still waits at the position, <see cref="PostResult.OpenItems"/> of it: finish it or hand it over.</summary>
    HasOpenItems = 9,

    /// <summary>The unit has a head already.</summary>
    HasHead = 10,

    /// <summary>The name breaks the rule of <see cref="UnitName"/>, or a position that needs a name of its own would have none.</summary>
    BadName = 11,

    /// <summary>Position 21 changes hands by a transfer of ownership only: see <see cref="IOwnership"/>.</summary>
    OwnershipOnly = 12,

    /// <summary>It is so already.</summary>
    Unchanged = 13,

    /// <summary>A head of a division stays in its division: archive it and add another.</summary>
    CannotMove = 14,
}
