using System.Runtime.Serialization;
using System.Text;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;
using Ical.Net.DataTypes;
using Component = Ical.Net.CalendarComponents.CalendarEvent;

namespace DrAivBot.Planner.Ics;

/// <summary>Reads calendar files. Whatever they say is untrusted: it is cut to what an event may be, and never fetched.</summary>
internal sealed class IcsReader(TimeZoneInfo reader)
{
    public const int MaxBytes = 1024 * 1024;
    public const int MaxEvents = 2000;

    private const int MaxUid = 300;

    /// <summary>Reads a file.</summary>
    /// <param name="content">The bytes, in UTF-8.</param>
    /// <returns>The events that can be kept, and how many cannot.</returns>
    public IcsReading Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxBytes)
        {
            return new() { Outcome = IcsOutcome.TooLarge };
        }

        if (Load(Encoding.UTF8.GetString(content)) is not { } components)
        {
            return new() { Outcome = IcsOutcome.Broken };
        }

        return components.Count > MaxEvents ? new() { Outcome = IcsOutcome.TooMany } : Sort(components);
    }

    private static List<Component>? Load(string text)
    {
        if (!text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Ical.Net.Calendar.Load(text) is { } calendar ? [.. calendar.Events] : null;
        }
        catch (Exception broken) when (broken is SerializationException or FormatException or ArgumentException or InvalidOperationException or OverflowException or NullReferenceException or IndexOutOfRangeException)
        {
            // What the library throws at files that are none.
            return null;
        }
    }

    private IcsReading Sort(List<Component> components)
    {
        var (found, skipped) = (new List<IcsEvent>(), 0);
        foreach (var group in components.GroupBy(component => component.Uid ?? "", StringComparer.Ordinal))
        {
            var series = group.FirstOrDefault(component => RecurrenceIdOf(component) is null);
            if (group.Key.Length is 0 or > MaxUid || series is null || ReadEvent(series, [.. group.Where(component => component != series)]) is not { } read)
            {
                skipped += group.Count();
                continue;
            }

            found.Add(read);
        }

        return new() { Outcome = IcsOutcome.Done, Events = found, Skipped = skipped };
    }

    private IcsEvent? ReadEvent(Component source, IReadOnlyList<Component> overrides)
    {
        if (source.Start is not { } begin || "CANCELLED".Equals(source.Status, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var zone = ZoneOf(begin);
        var span = SpanOf(source, zone);
        var rule = source.RecurrenceRule is { } pattern ? RuleText.Parse(pattern.ToString() ?? "", span.Start, utc => WallTime.ToLocal(new(utc, TimeSpan.Zero), zone)) : null;
        var details = EventRules.Aligned(new EventDetails
        {
            Title = Cut(source.Summary, EventDetails.MaxTitle) ?? "—",
            Span = span,
            Zone = zone.Id,
            Rule = rule,
            Place = Cut(source.Location, EventDetails.MaxPlace),
            Link = source.Url is { IsAbsoluteUri: true, Scheme: "http" or "https" } url && url.AbsoluteUri.Length <= EventDetails.MaxLink ? url.AbsoluteUri : null,
            Description = Cut(source.Description, EventDetails.MaxDescription),
            IsPrivate = source.Class is { } sight && !sight.Equals("PUBLIC", StringComparison.OrdinalIgnoreCase),
            Kind = KindOf(source),
            Reminders = [],
        });
        return EventRules.Check(details) == EventOutcome.Done
            ? new()
            {
                Uid = source.Uid!,
                Sequence = source.Sequence,
                Details = details,
                Changes = rule is null ? [] : ChangesOf(source, overrides, details, zone),
                LostRule = source.RecurrenceRule is not null && rule is null,
            }
            : null;
    }

    private static EventKind KindOf(Component source) =>
        Enum.TryParse<EventKind>(source.Categories?.FirstOrDefault(), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : EventKind.Meeting;

    private List<SeriesChange> ChangesOf(Component source, IReadOnlyList<Component> overrides, EventDetails details, TimeZoneInfo zone)
    {
        var changes = new Dictionary<DateTime, SeriesChange>();
        foreach (var date in source.ExceptionDates.GetAllDates())
        {
            var start = LocalOf(date, zone, details.Span.Start);
            changes[start] = new() { OriginalStart = start, IsCancelled = true };
        }

        foreach (var other in overrides)
        {
            if (RecurrenceIdOf(other) is not { } id || other.Start is null)
            {
                continue;
            }

            var (start, span) = (LocalOf(id, zone, details.Span.Start), SpanOf(other, zone));
            var title = Cut(other.Summary, EventDetails.MaxTitle);
            var place = Cut(other.Location, EventDetails.MaxPlace);
            changes[start] = new()
            {
                OriginalStart = start,
                IsCancelled = "CANCELLED".Equals(other.Status, StringComparison.OrdinalIgnoreCase) || !span.IsValid,
                Start = span.Start,
                End = span.End,
                Title = title == details.Title ? null : title,
                Place = place == details.Place ? null : place ?? "",
            };
        }

        return [.. changes.Values.OrderBy(change => change.OriginalStart)];
    }

    private static CalDateTime? RecurrenceIdOf(Component component) => component.RecurrenceIdentifier?.StartTime;

    /// <summary>The end as the file gives it; a day, or nothing at all, when it gives none.</summary>
    private LocalSpan SpanOf(Component source, TimeZoneInfo zone)
    {
        var start = LocalOf(source.Start!, zone, default);
        var isAllDay = !source.Start!.HasTime;
        var end = source.End is { } given ? LocalOf(given, zone, default)
            : source.Duration is { } length ? start + length.ToTimeSpanUnspecified()
            : isAllDay ? start.AddDays(1) : start.AddMinutes(30);
        return new() { Start = start, End = isAllDay && end <= start ? start.AddDays(1) : end, IsAllDay = isAllDay };
    }

    /// <summary>By the clock of the event's zone. A day alone, as an exception of a series with hours, means the time of the series on that day.</summary>
    private DateTime LocalOf(CalDateTime date, TimeZoneInfo zone, DateTime series)
    {
        var value = DateTime.SpecifyKind(date.Value, DateTimeKind.Unspecified);
        if (!date.HasTime)
        {
            return value.Date + series.TimeOfDay;
        }

        if (date.IsUtc)
        {
            return WallTime.ToLocal(new DateTimeOffset(value, TimeSpan.Zero), zone);
        }

        var own = ZoneOf(date);
        return own.Id == zone.Id ? value : WallTime.ToLocal(WallTime.ToInstant(value, own), zone);
    }

    /// <summary>The zone by its IANA name or the name Windows has for it; where the file says none or an unknown one, that of the reader.</summary>
    private TimeZoneInfo ZoneOf(CalDateTime date) =>
        date.TzId is not { Length: > 0 } name || date.IsUtc || !date.HasTime ? reader
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) && WallTime.FindZone(iana) is { } windows ? windows
        : WallTime.FindZone(name) ?? reader;

    private static string? Cut(string? text, int most)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null : trimmed.Length <= most ? trimmed : trimmed[..(char.IsHighSurrogate(trimmed[most - 1]) ? most - 1 : most)];
    }
}
