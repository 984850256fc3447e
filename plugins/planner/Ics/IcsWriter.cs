using DrAivBot.Planner.Events;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Component = Ical.Net.CalendarComponents.CalendarEvent;

namespace DrAivBot.Planner.Ics;

/// <summary>Writes calendar files that calendars on phones and desks read.</summary>
internal static class IcsWriter
{
    private const string Product = "-//DrAivBot//Planner//EN";

    /// <summary>How long after the last beginning a zone is described; series go on.</summary>
    private const int YearsAhead = 10;

    public static string Write(IReadOnlyList<IcsEvent> events, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = Product };
        foreach (var zone in events.Where(source => !source.Details.Span.IsAllDay).GroupBy(source => source.Details.Zone, StringComparer.Ordinal))
        {
            calendar.AddTimeZone(ZoneComponents.Of(
                WallTime.ZoneOf(zone.Key), Utc(zone.Min(source => source.Details.Span.Start)).AddYears(-1), Utc(zone.Max(source => source.Details.Span.End)).AddYears(YearsAhead)));
        }

        foreach (var source in events)
        {
            var series = Make(source, source.Details.Span, source.Details.Title, source.Details.Place, now);
            Recur(series, source);
            calendar.Events.Add(series);
            foreach (var change in source.Changes.Where(change => !change.IsCancelled))
            {
                var span = change is { Start: { } start, End: { } end } ? source.Details.Span with { Start = start, End = end } : source.Details.Span.At(change.OriginalStart);
                var other = Make(source, span, change.Title ?? source.Details.Title, change.Place is { Length: 0 } ? null : change.Place ?? source.Details.Place, now);
                other.RecurrenceIdentifier = new RecurrenceIdentifier(DateOf(source.Details, change.OriginalStart));
                calendar.Events.Add(other);
            }
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static Component Make(IcsEvent source, LocalSpan span, string title, string? place, DateTimeOffset now)
    {
        var details = source.Details;
        return new()
        {
            Uid = source.Uid,
            Sequence = source.Sequence,
            DtStamp = new CalDateTime(now.UtcDateTime),
            Summary = title,
            Description = details.Description,
            Location = place,
            Url = details.Link is { } link ? new Uri(link) : null,
            Class = details.IsPrivate ? "PRIVATE" : "PUBLIC",
            Categories = [details.Kind.ToString().ToUpperInvariant()],
            Start = DateOf(details, span.Start),
            End = DateOf(details, span.End),
        };
    }

    /// <summary>The end of a rule goes out in UTC, as the standard wants it of times with a zone.</summary>
    private static void Recur(Component series, IcsEvent source)
    {
        var details = source.Details;
        if (details.Rule is not { } rule)
        {
            return;
        }

        var pattern = new Ical.Net.DataTypes.RecurrenceRule(RuleText.Print(rule with { Until = null }));
        if (rule.Until is { } until)
        {
            pattern.Until = details.Span.IsAllDay
                ? new CalDateTime(DateOnly.FromDateTime(until))
                : new CalDateTime(WallTime.ToInstant(until, WallTime.ZoneOf(details.Zone)).UtcDateTime);
        }

        series.RecurrenceRule = pattern;
        foreach (var change in source.Changes.Where(change => change.IsCancelled))
        {
            series.ExceptionDates.Add(DateOf(details, change.OriginalStart));
        }
    }

    private static CalDateTime DateOf(EventDetails details, DateTime local) =>
        details.Span.IsAllDay ? new CalDateTime(DateOnly.FromDateTime(local)) : new CalDateTime(local, details.Zone);

    /// <summary>Near enough to say from when on a zone is described, and within what a date can be.</summary>
    private static DateTime Utc(DateTime local) => DateTime.SpecifyKind(new DateTime(Math.Clamp(local.Year, 1900, 2200), 1, 1), DateTimeKind.Utc);
}
