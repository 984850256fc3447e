using DrAivBot.Organisation;
using DrAivBot.Planner.Answers;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Events;

/// <summary>One time an event takes place, as one viewer may see it.</summary>
internal sealed record CalendarEntry
{
    public required OccurrenceKey Key { get; init; }

    /// <summary>Empty when the viewer may only know that the time is taken.</summary>
    public required string Title { get; init; }

    public required EventKind Kind { get; init; }

    public required CalendarKind Calendar { get; init; }

    /// <summary>Whether the viewer organises it or is invited.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Whether the viewer may know what it is.</summary>
    public required bool IsOpen { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>By the clock of the viewer; whole days are the same everywhere.</summary>
    public required LocalSpan Span { get; init; }

    public required bool Recurs { get; init; }

    public required UserId Organiser { get; init; }

    /// <summary>The viewer's own answer.</summary>
    public required Rsvp Answer { get; init; }

    public string? Place { get; init; }

    /// <summary>Whether the viewer's time is taken by it: a meeting, task or absence that was not declined.</summary>
    public bool TakesTime => IsOwn && Answer != Rsvp.Declined && Kind is (EventKind.Meeting or EventKind.Task or EventKind.Absence);

    /// <summary>Whether it falls on a day of the viewer.</summary>
    public bool IsOn(DateOnly day) => Span.Start < day.AddDays(1).ToDateTime(TimeOnly.MinValue) && Span.End > day.ToDateTime(TimeOnly.MinValue);
}

/// <summary>Names one time of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Start">The local time the rule gives, wherever it was moved to since.</param>
internal readonly record struct OccurrenceKey(Guid Event, DateTime Start);
