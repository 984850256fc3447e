using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Events;

/// <summary>A change of an event or of a part of a series: what is null stays.</summary>
internal sealed record EventChange
{
    /// <summary>When the time that is looked at takes place from now on, in the zone of the event; the others of the scope move as far.</summary>
    public LocalSpan? Span { get; init; }

    public string? Title { get; init; }

    public string? Place { get; init; }

    /// <summary>Not for one time of a series.</summary>
    public string? Link { get; init; }

    /// <summary>Not for one time of a series.</summary>
    public string? Description { get; init; }

    /// <summary>Not for one time of a series.</summary>
    public EventKind? Kind { get; init; }

    /// <summary>Not for one time of a series.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>Not for one time of a series.</summary>
    public IReadOnlyList<int>? Reminders { get; init; }

    /// <summary>Not for one time of a series; not together with <see cref="Span"/>.</summary>
    public RecurrenceRule? Rule { get; init; }

    public EventDetails ApplyTo(EventDetails details) => details with
    {
        Title = Title?.Trim() ?? details.Title,
        Place = Place ?? details.Place,
        Link = Link ?? details.Link,
        Description = Description ?? details.Description,
        Kind = Kind ?? details.Kind,
        IsPrivate = IsPrivate ?? details.IsPrivate,
        Reminders = Reminders ?? details.Reminders,
        Rule = Rule ?? details.Rule,
    };
}
