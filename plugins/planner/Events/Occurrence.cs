using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Events;

/// <summary>One time an event takes place.</summary>
internal sealed record Occurrence
{
    /// <summary>How far ahead series are written out, in days.</summary>
    public const int DaysAhead = 400;

    /// <summary>So that a daily series of ten years ago is not more than the table bears.</summary>
    private const int Most = 6000;

    public required Guid Event { get; init; }

    /// <summary>The local start the rule gives.</summary>
    public required DateTime Original { get; init; }

    public required LocalSpan Span { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Differing from the series; null when it does not.</summary>
    public string? Title { get; init; }

    /// <summary>Differing from the series; empty for no place, null when it does not.</summary>
    public string? Place { get; init; }

    public OccurrenceKey Key => new(Event, Original);

    /// <summary>What is said of this time, whatever the series says.</summary>
    public EventDetails Said(EventDetails series) =>
        series with { Title = Title ?? series.Title, Place = Place is null ? series.Place : Place.Length == 0 ? null : Place };

    /// <summary>All times of an event whose rule gives them up to a local time, cancelled ones left out.</summary>
    public static IEnumerable<Occurrence> Of(CalendarEvent source, IReadOnlyList<SeriesChange> changes, DateTime until)
    {
        var byStart = changes.ToDictionary(change => change.OriginalStart);
        return StartsOf(source.Details, until)
            .Select(start => Make(source, start, byStart.GetValueOrDefault(start)))
            .OfType<Occurrence>();
    }

    /// <summary>The local starts that the rule gives, changed and cancelled ones included.</summary>
    public static IEnumerable<DateTime> StartsOf(EventDetails details, DateTime until) => details.Rule is { } rule
        ? Expansion.Of(rule, details.Span.Start).TakeWhile(start => start <= until).Take(Most)
        : [details.Span.Start];

    private static Occurrence? Make(CalendarEvent source, DateTime original, SeriesChange? change)
    {
        if (change is { IsCancelled: true })
        {
            return null;
        }

        var planned = source.Details.Span.At(original);
        var span = change is { Start: { } start, End: { } end } ? planned with { Start = start, End = end } : planned;
        var (startsAt, endsAt) = span.In(source.Zone);
        return new()
        {
            Event = source.Id,
            Original = original,
            Span = span,
            StartsAt = startsAt,
            EndsAt = endsAt,
            Title = change?.Title,
            Place = change?.Place,
        };
    }
}
