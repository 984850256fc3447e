using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.QuickEntry;

/// <summary>
/// Understands one line such as «завтра 15:00 встреча с Ивановым 1ч» or "next fri 14:00-15:30 review", in Russian and
/// English at once. Depends on nothing but its arguments; what it does not understand stays in the title.
/// </summary>
internal static class QuickEntryParser
{
    /// <summary>How much of a line is read; Telegram takes 4096 characters.</summary>
    private const int MostCharacters = 1000;

    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(1);
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Reads a line.</summary>
    /// <param name="text">What was typed: anything.</param>
    /// <param name="now">The instant it was typed.</param>
    /// <param name="zone">Where who typed it is.</param>
    /// <param name="readsRules">Whether words such as «каждый день» say how often; false when they belong to the title.</param>
    public static QuickLine Parse(string text, DateTimeOffset now, TimeZoneInfo zone, bool readsRules = true)
    {
        var local = Minute(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var line = new Line(text.Length > MostCharacters ? text[..MostCharacters] : text);
        var kind = KindWords.Find(line);
        var when = ReadTimes(line, readsRules ? TypedRule.Find(line, DateOnly.FromDateTime(local)) : null, local, now, zone);
        return Place(when, local) with { Kind = kind, People = PeopleWords.Find(line), Title = TitleWords.Join(line) };
    }

    private static QuickTimes ReadTimes(Line line, QuickRule? rule, DateTime local, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(local);
        var isAllDay = line.TakePhrase("весь", "день") || line.TakePhrase("на", "весь", "день") || line.TakePhrase("all", "day") || line.TakePhrase("целый", "день");
        var times = new QuickTimes { Rule = rule, IsAllDay = isAllDay };
        if (TimeWords.FindDelay(line) is { } delay)
        {
            var start = Minute(TimeZoneInfo.ConvertTime(now + delay, zone).DateTime);
            times = times with { First = DateOnly.FromDateTime(start), From = TimeOnly.FromDateTime(start) };
        }
        else
        {
            times = DayWords.FindPeriod(line, today) is var (first, last) && last >= first ? times with { First = first, Last = last }
                : DayWords.FindDay(line, today) is var (day, isWeekday) ? times with { First = day, IsWeekday = isWeekday }
                : times;
            times = TimeWords.FindRange(line) is var (from, until) ? times with { From = from, Until = until }
                : TimeWords.FindTime(line) is { } time ? times with { From = time }
                : times;
        }

        return times.Until is null ? times with { Length = TimeWords.FindLength(line) } : times;
    }

    /// <summary>Puts what is missing: the next time that fits, an hour.</summary>
    private static QuickLine Place(QuickTimes times, DateTime local)
    {
        var today = DateOnly.FromDateTime(local);
        var isPast = times.From is { } time && time <= TimeOnly.FromDateTime(local);
        var named = times is { IsWeekday: true, First: { } weekday } && isPast ? weekday.AddDays(7) : times.First ?? (isPast ? today.AddDays(1) : today);
        var first = times.Rule?.FirstFrom(named) ?? named;
        var line = new QuickLine
        {
            Kind = EventKind.Meeting,
            Title = "",
            Span = LocalSpan.Days(first, first),
            HasDay = times.First is not null || times.Rule is not null,
            HasTime = times.From is not null,
            Rule = times.Rule?.Rule,
            RuleSaid = times.Rule?.Said ?? "",
        };
        var hasPeriod = times.Last is { } until && until > first && times.From is null;
        if (times.IsAllDay || hasPeriod || (line.HasDay && times.From is null && times.Length is null))
        {
            var last = times.Last is { } day && day > first ? day : first;
            return line with { Span = LocalSpan.Days(first, last) };
        }

        var start = times.From is { } from ? first.ToDateTime(from) : line.HasDay ? first.ToDateTime(Morning) : NextHour(local);
        return line with { Span = new() { Start = start, End = times.Until is { } end ? EndOf(start, end) : start + (times.Length ?? UsualLength) } };
    }

    /// <summary>«22:00–01:00» ends on the next day.</summary>
    private static DateTime EndOf(DateTime start, TimeOnly until) =>
        start.Date + until.ToTimeSpan() is var end && end > start ? end : end.AddDays(1);

    private static DateTime NextHour(DateTime local) => local.Date.AddHours(local.Hour + 1);

    private static DateTime Minute(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
}
