using System.Globalization;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>When something takes place, in words.</summary>
internal static class WhenText
{
    /// <summary>«пн, 30 ноября, 15:00–16:00», «30 ноября – 2 декабря».</summary>
    public static string Span(IText text, LocalSpan span)
    {
        if (span.IsAllDay)
        {
            var (first, last) = (DateOnly.FromDateTime(span.Start), DateOnly.FromDateTime(span.End).AddDays(-1));
            return first == last ? Day(text, first) : $"{Day(text, first)} – {Day(text, last)}";
        }

        var start = $"{Day(text, DateOnly.FromDateTime(span.Start))}, {Hour(text, span.Start)}";
        return span.Start.Date == span.End.Date
            ? $"{start}–{Hour(text, span.End)}"
            : $"{start} – {Day(text, DateOnly.FromDateTime(span.End))}, {Hour(text, span.End)}";
    }

    public static string Day(IText text, DateOnly day) => day.ToString(text.Culture.TwoLetterISOLanguageName == "ru" ? "ddd, d MMMM" : "ddd, MMMM d", text.Culture);

    public static string Hour(IText text, DateTime local) => local.ToString("HH:mm", text.Culture);

    /// <summary>One time of an event by the clock of its own zone, for readers wherever they are: «…, 15:00–16:00 (UTC+3)».</summary>
    public static string Of(IText text, Occurrence time, CalendarEvent source) => Span(text, time.Span) + Offset(time.Span, source.Zone);

    /// <summary>An event; of a series its first time, and how it recurs.</summary>
    public static string Of(IText text, CalendarEvent source)
    {
        var first = Span(text, source.Details.Span) + Offset(source.Details.Span, source.Zone);
        return source.Details.Rule is { } rule ? $"{first}, {RuleWords.Of(text, rule, source.Details.Span.Start)}" : first;
    }

    private static string Offset(LocalSpan span, TimeZoneInfo zone)
    {
        if (span.IsAllDay)
        {
            return "";
        }

        var offset = zone.GetUtcOffset(WallTime.ToInstant(span.Start, zone));
        return string.Create(CultureInfo.InvariantCulture, $" (UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:%h}{(offset.Minutes == 0 ? "" : offset.ToString(@"\:mm", CultureInfo.InvariantCulture))})");
    }
}
