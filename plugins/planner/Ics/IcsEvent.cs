using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.Ics;

/// <summary>An event on its way into or out of a calendar file.</summary>
internal sealed record IcsEvent
{
    /// <summary>As the file names it.</summary>
    public required string Uid { get; init; }

    public int Sequence { get; init; }

    public required EventDetails Details { get; init; }

    /// <summary>Where a series differs from its rule.</summary>
    public IReadOnlyList<SeriesChange> Changes { get; init; } = [];

    /// <summary>An event as it is stored.</summary>
    public static IcsEvent Of(CalendarEvent source, IReadOnlyList<SeriesChange> changes) =>
        new() { Uid = source.Uid, Sequence = source.Sequence, Details = source.Details, Changes = changes };

    /// <summary>Whether both say the same, as far as files can say it.</summary>
    public bool Says(IcsEvent other) => Plain(Details) == Plain(other.Details) && PlainChanges().SequenceEqual(other.PlainChanges());

    private static EventDetails Plain(EventDetails details) => details with
    {
        Calendar = CalendarKind.Personal,
        Unit = null,
        Reminders = EventDetails.DefaultReminders,
        // A day is the same everywhere.
        Zone = details.Span.IsAllDay ? "" : details.Zone,
    };

    private IEnumerable<SeriesChange> PlainChanges() =>
        from change in Changes
        orderby change.OriginalStart
        let planned = Details.Span.At(change.OriginalStart)
        select change.IsCancelled
            ? new SeriesChange { OriginalStart = change.OriginalStart, IsCancelled = true }
            : change with { Start = change.Start ?? planned.Start, End = change.End ?? planned.End };

    /// <summary>Whether its rule was not understood, so that only its first time is kept.</summary>
    public bool LostRule { get; init; }
}

/// <summary>What is in a calendar file.</summary>
internal sealed record IcsReading
{
    public required IcsOutcome Outcome { get; init; }

    public IReadOnlyList<IcsEvent> Events { get; init; } = [];

    /// <summary>How many events could not be: without a time, cancelled, or outside of what an event may be.</summary>
    public int Skipped { get; init; }

    /// <summary>What the first of them are called, as far as they have names.</summary>
    public IReadOnlyList<string> SkippedTitles { get; init; } = [];
}

/// <summary>How a calendar file was read.</summary>
internal enum IcsOutcome
{
    Done = 0,

    /// <summary>It is no calendar file, or a broken one.</summary>
    Broken = 1,

    /// <summary>More than <see cref="IcsReader.MaxBytes"/>.</summary>
    TooLarge = 2,

    /// <summary>More than <see cref="IcsReader.MaxEvents"/>.</summary>
    TooMany = 3,

    /// <summary>It could not be fetched.</summary>
    Gone = 4,
}
