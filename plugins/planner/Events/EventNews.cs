using DrAivBot.Organisation;

namespace DrAivBot.Planner.Events;

/// <summary>What changed of an event without moving it, for those who are to be told.</summary>
internal sealed record EventNews
{
    public required EventDetails Before { get; init; }

    public required EventDetails After { get; init; }

    /// <summary>The event, or of a series its part that changed.</summary>
    public required CalendarEvent Source { get; init; }

    /// <summary>The one time of a series that changed; null when more did.</summary>
    public Occurrence? Time { get; init; }

    /// <summary>Where to look at it.</summary>
    public required OccurrenceKey Key { get; init; }

    /// <summary>Who came and went; null when people did not change.</summary>
    public GuestChange? Guests { get; init; }

    /// <summary>Who changed it, and so knows.</summary>
    public required UserId By { get; init; }
}
