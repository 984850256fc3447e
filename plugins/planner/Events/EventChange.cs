using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Events;

/// <summary>A change of an event or of a part of a series: what is null stays.</summary>
internal sealed record EventChange
{
    /// <summary>When the time that is looked at takes place from now on, in the zone of the event; the others of the scope move as far.</summary>
    public LocalSpan? Span { get; init; }

    public string? Title { get; init; }

    /// <summary>Empty for none from now on.</summary>
    public string? Place { get; init; }

    /// <summary>Empty for none from now on. Not for one time of a series.</summary>
    public string? Link { get; init; }

    /// <summary>Empty for none from now on. Not for one time of a series.</summary>
    public string? Description { get; init; }

    /// <summary>Not for one time of a series.</summary>
    public EventKind? Kind { get; init; }

    /// <summary>Not for one time of a series.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>Not for one time of a series.</summary>
    public IReadOnlyList<int>? Reminders { get; init; }

    /// <summary>Not for one time of a series; not together with <see cref="Span"/>.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>Who is invited from now on, besides the organiser. Not for one time of a series.</summary>
    public IReadOnlyList<Participant>? Participants { get; init; }

    public EventDetails ApplyTo(EventDetails details) => details with
    {
        Title = Title?.Trim() ?? details.Title,
        Place = Said(Place, details.Place),
        Link = Said(Link, details.Link),
        Description = Said(Description, details.Description),
        Kind = Kind ?? details.Kind,
        IsPrivate = IsPrivate ?? details.IsPrivate,
        Reminders = Reminders ?? details.Reminders,
        Rule = Rule ?? details.Rule,
    };

    private static string? Said(string? change, string? now) => change is null ? now : change.Length == 0 ? null : change;
}
