using System.Text;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;
using Ical.Net.DataTypes;
using NodaTime.TimeZones;
using Component = Ical.Net.CalendarComponents.CalendarEvent;

namespace DrAivBot.Planner.Ics;

/// <summary>Reads calendar files. Whatever they say is untrusted: it is cut to what an event may be, and never fetched.</summary>
internal sealed class IcsReader(TimeZoneInfo reader)
{
    public const int MaxBytes = 1024 * 1024;
    public const int MaxEvents = 2000;

    private const int MaxUid = 300;

    /// <summary>Of what cannot be taken, as many are named as one reads.</summary>
    private const int MostTitles = 5;

    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(LocalSpan.MaxDays);

    /// <summary>Reads a file.</summary>
    /// <param name="content">The bytes, in UTF-8.</param>
    /// <returns>The events that can be kept, and how many cannot.</returns>
    public IcsReading Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxBytes)
        {
            return new() { Outcome = IcsOutcome.TooLarge };
        }

        return IcsFile.Load(Encoding.UTF8.GetString(Unfold(content))) is not { } file ? new() { Outcome = IcsOutcome.Broken }
            : file.Count > MaxEvents ? new() { Outcome = IcsOutcome.TooMany }
            : Sort(file);
    }

    /// <summary>Joins folded lines before anything is made of the bytes: some calendars fold in the middle of a letter.</summary>
    private static byte[] Unfold(ReadOnlySpan<byte> content)
    {
        var (unfolded, length) = (new byte[content.Length], 0);
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] == '\n' && at + 1 < content.Length && content[at + 1] is (byte)' ' or (byte)'\t')
            {
                length -= length > 0 && unfolded[length - 1] == '\r' ? 1 : 0;
                at++;
                continue;
            }

            unfolded[length++] = content[at];
        }

        return unfolded[..length];
    }

    private IcsReading Sort(IcsFile file)
    {
        var (found, skipped, titles) = (new List<IcsEvent>(), file.Unreadable.Count, new List<string?>(file.Unreadable));
        foreach (var group in file.Events.GroupBy(component => component.Uid ?? "", StringComparer.Ordinal))
        {
            var series = group.FirstOrDefault(component => RecurrenceIdOf(component) is null);
            if (group.Key.Length is 0 or > MaxUid || series is null || ReadEvent(series, [.. group.Where(component => component != series)]) is not { } read)
            {
                skipped += group.Count();
                titles.AddRange(group.Select(component => component.Summary));
                continue;
            }

            found.Add(read);
        }

        return new()
        {
            Outcome = IcsOutcome.Done,
            Events = found,
            Skipped = skipped,
            SkippedTitles = [.. titles.Select(title => Cut(title, EventDetails.MaxTitle)).OfType<string>().Take(MostTitles)],
        };
    }

    private IcsEvent? ReadEvent(Component source, IReadOnlyList<Component> overrides)
    {
        if (source.Start is not { } begin || !IsSane(begin) || !IsSane(source.End) || "CANCELLED".Equals(source.Status, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var zone = ZoneOf(begin);
        if (SpanOf(source, zone) is not { } span)
        {
            return null;
        }

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
        foreach (var date in source.ExceptionDates.GetAllDates().Where(IsSane))
        {
            var start = LocalOf(date, zone, details.Span.Start);
            changes[start] = new() { OriginalStart = start, IsCancelled = true };
        }

        foreach (var other in overrides)
        {
            if (RecurrenceIdOf(other) is not { } id || !IsSane(id) || other.Start is null || !IsSane(other.Start) || !IsSane(other.End) || SpanOf(other, zone) is not { } span)
            {
                continue;
            }

            var start = LocalOf(id, zone, details.Span.Start);
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

    /// <summary>Whether it is of a year that somebody may live to see: others are neither computed with nor kept. No date at all is no such date.</summary>
    private static bool IsSane(CalDateTime? date) => date is null or { Year: >= FirstYear and <= LastYear };

    private static CalDateTime? RecurrenceIdOf(Component component) => component.RecurrenceIdentifier?.StartTime;

    /// <summary>The end as the file gives it; a day, or nothing at all, when it gives none.</summary>
    /// <returns>Null when it takes longer than an event may.</returns>
    private LocalSpan? SpanOf(Component source, TimeZoneInfo zone)
    {
        var start = LocalOf(source.Start!, zone, default);
        var isAllDay = !source.Start!.HasTime;
        if (source.Duration is { } given && given.ToTimeSpanUnspecified().Duration() > Longest)
        {
            return null;
        }

        var end = source.End is { } last ? LocalOf(last, zone, default)
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

    /// <summary>The zone by its IANA name or the name Windows has for it, which the runtime knows only where ICU is installed; where the file says none or an unknown one, that of the reader.</summary>
    private TimeZoneInfo ZoneOf(CalDateTime date) =>
        date.TzId is not { Length: > 0 } name || date.IsUtc || !date.HasTime ? reader
        : TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana) && WallTime.FindZone(iana) is { } windows ? windows
        : WallTime.FindZone(name) ?? reader;

    private static string? Cut(string? text, int most)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null : trimmed.Length <= most ? trimmed : trimmed[..(char.IsHighSurrogate(trimmed[most - 1]) ? most - 1 : most)];
    }
}
