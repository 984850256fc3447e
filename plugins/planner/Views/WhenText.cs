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

    /// <summary>«24.11», "24 Nov": for buttons.</summary>
    public static string Short(IText text, DateOnly day) => day.ToString(text.Get("planner.day.short"), text.Culture);

    public static string Day(IText text, DateOnly day) => day.ToString("ddd, d MMMM", text.Culture);

    /// <summary>«Понедельник, 23 ноября · сегодня», with the year when it is another one.</summary>
    public static string LongDay(IText text, DateOnly day, DateOnly today)
    {
        var name = day.ToString(day.Year == today.Year ? "dddd, d MMMM" : "dddd, d MMMM yyyy", text.Culture);
        var capital = char.ToUpper(name[0], text.Culture) + name[1..];
        return Math.Abs(day.DayNumber - today.DayNumber) <= 1 ? $"{capital} · {text.FormatDayInWords(day, today)}" : capital;
    }

    public static string Hour(IText text, DateTime local) => local.ToString("HH:mm", text.Culture);

    /// <summary>One time of an event, by the clock of whoever reads the text.</summary>
    public static string Of(IText text, Occurrence time, CalendarEvent source) => Span(text, time.Span.Seen(source.Zone, text.TimeZone));

    /// <summary>An event, for whoever reads the text; of a series its first time, and how it recurs.</summary>
    public static string Of(IText text, CalendarEvent source)
    {
        var first = Span(text, source.Details.Span.Seen(source.Zone, text.TimeZone));
        return source.Details.Rule is { } rule ? $"{first}, {RuleWords.Of(text, rule, source.Details.Span.Start)}" : first;
    }
}
