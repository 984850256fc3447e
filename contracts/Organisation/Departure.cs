namespace DrAivBot.Organisation;

/// <summary>What became of a dismissal or of leaving the company.</summary>
public sealed record Departure
{
    /// <summary>What became of it.</summary>
    public required DepartureOutcome Outcome { get; init; }

    /// <summary>Who is gone; null when it was refused.</summary>
    public Employee? Person { get; init; }

    /// <summary>Whether it is done.</summary>
    public bool IsDone => Outcome == DepartureOutcome.Done;
}

/// <summary>What became of a dismissal or of leaving the company. New ones may come: word the unknown as a refusal.</summary>
public enum DepartureOutcome
{
    /// <summary>The person is gone: their posts are vacant, their access ends with their next update, what they wrote stays.</summary>
    Done = 0,

    /// <summary>No active member of the company of the work.</summary>
    NotFound = 1,

    /// <summary>The acting person's positions give no right to it. In the audit.</summary>
    Forbidden = 2,

    /// <summary>The company's only owner: ownership must be transferred first.</summary>
    LastOwner = 3,

    /// <summary>Nobody dismisses themselves: leave instead.</summary>
    Yourself = 4,
}

/// <summary>What the acting person may do with a member. The act itself is checked again.</summary>
[Flags]
public enum PersonActs
{
    /// <summary>Look only.</summary>
    None = 0,

    /// <summary>Dismiss them.</summary>
    Dismiss = 1,

    /// <summary>Note and end their absences.</summary>
    NoteAbsence = 2,

    /// <summary>Offer them the ownership of the company.</summary>
    OfferOwnership = 4,
}
