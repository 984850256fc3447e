namespace DrAivBot.Planner.Events;

/// <summary>What became of an act on an event.</summary>
internal enum EventOutcome
{
    Done = 0,

    /// <summary>The company has no such event, or the viewer may not know of it.</summary>
    NotFound = 1,

    /// <summary>Only the organiser changes an event, and whoever heads the calendar it stands in. In the audit.</summary>
    Forbidden = 2,

    /// <summary>The title is empty or too long.</summary>
    BadTitle = 3,

    /// <summary>It ends before it begins, or takes longer than a year.</summary>
    BadTime = 4,

    /// <summary>The rule gives no time at all.</summary>
    BadRule = 5,

    /// <summary>Not an http or https address.</summary>
    BadLink = 6,

    /// <summary>Somebody invited is not of this company.</summary>
    UnknownParticipant = 7,

    /// <summary>A reminder too many or too early.</summary>
    BadReminders = 8,

    /// <summary>It is so already.</summary>
    Unchanged = 9,
}

/// <summary>What became of an act, with the event to go to.</summary>
internal sealed record EventResult
{
    public required EventOutcome Outcome { get; init; }

    /// <summary>Where to look at it; null when there is nothing to look at.</summary>
    public OccurrenceKey? Key { get; init; }

    public bool IsDone => Outcome == EventOutcome.Done;

    public static EventResult Refused(EventOutcome outcome) => new() { Outcome = outcome };

    public static EventResult Done(OccurrenceKey? key = null) => new() { Outcome = EventOutcome.Done, Key = key };
}
