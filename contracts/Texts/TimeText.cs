using System.Globalization;

namespace DrAivBot.Texts;

/// <summary>
/// How days and times are said, the same in every module: in the language of the text and, where an instant is meant, in
/// the zone of its reader (<see cref="IText.TimeZone"/>); 24 hours, weeks from Monday.
/// </summary>
public static class TimeText
{
    private const string OtherYearDay = "d MMMM yyyy";
    private const string ThisYearDay = "d MMMM";

    /// <summary>The same texts with the time of another place: where the reader has no zone of their own, or one is named beside it.</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="zone">The zone to show instants in.</param>
    /// <returns>Texts whose <see cref="IText.TimeZone"/> is that zone.</returns>
    public static IText WithTimeZone(this IText text, TimeZoneInfo zone) => new ZonedText(text, zone);

    /// <summary>What the reader's clock and calendar show at an instant.</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="instant">The instant, with any offset.</param>
    /// <returns>Day and time in the reader's zone, of unspecified kind.</returns>
    public static DateTime ToLocal(this IText text, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, text.TimeZone).DateTime;

    /// <summary>The reader's day at an instant.</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="instant">The instant, with any offset.</param>
    /// <returns>The day in the reader's zone.</returns>
    public static DateOnly DayOf(this IText text, DateTimeOffset instant) => DateOnly.FromDateTime(text.ToLocal(instant));

    /// <summary>«15:00».</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="time">A time of day as it is to be shown.</param>
    /// <returns>Hours and minutes.</returns>
    public static string FormatTime(this IText text, TimeOnly time) => time.ToString("HH:mm", text.Culture);

    /// <summary>«15:00» of the reader's clock.</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="instant">The instant, with any offset.</param>
    /// <returns>Hours and minutes in the reader's zone.</returns>
    public static string FormatTime(this IText text, DateTimeOffset instant) => text.FormatTime(TimeOnly.FromDateTime(text.ToLocal(instant)));

    /// <summary>«12 мая 2026», "12 May 2026".</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="day">The day.</param>
    /// <returns>The day with its year.</returns>
    public static string FormatDay(this IText text, DateOnly day) => day.ToString(OtherYearDay, text.Culture);

    /// <summary>«сегодня», «завтра», «вчера», otherwise «пн, 30 ноября», with the year when it is another one. For screens: a notice may be read tomorrow.</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="day">The day.</param>
    /// <param name="today">The day it is.</param>
    /// <returns>The day in words, without a capital.</returns>
    public static string FormatDayInWords(this IText text, DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => text.Get("core.time.today"),
        1 => text.Get("core.time.tomorrow"),
        -1 => text.Get("core.time.yesterday"),
        _ => $"{day.ToString("ddd", text.Culture)}, {DayOfYear(text, day, today.Year)}",
    };

    /// <summary>«12–20 мая 2026», «28 декабря 2026 – 3 января 2027», or one day alone.</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day; null, for a period without end, says «с 12 мая 2026, бессрочно».</param>
    /// <returns>The period with its year.</returns>
    public static string FormatDays(this IText text, DateOnly from, DateOnly? until)
    {
        if (until is not { } last)
        {
            return text.Get("core.time.since", ("day", text.FormatDay(from)));
        }

        var begin = from == last ? ""
            : (from.Year, from.Month) == (last.Year, last.Month) ? from.Day.ToString(CultureInfo.InvariantCulture) + "–"
            : DayOfYear(text, from, last.Year) + " – ";
        return begin + text.FormatDay(last);
    }

    /// <summary>«Ноябрь 2026».</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="month">Any day of the month.</param>
    /// <returns>The month with its year, for a title.</returns>
    public static string FormatMonth(this IText text, DateOnly month)
    {
        var name = text.Culture.DateTimeFormat.MonthNames[month.Month - 1];
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpper(name[0], text.Culture)}{name[1..]} {month.Year}");
    }

    /// <summary>«30 ноября, 15:00», with the year when it is another one. Says the same whenever it is read: for notices.</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="instant">The instant, with any offset.</param>
    /// <param name="now">When it is said.</param>
    /// <returns>Day and time in the reader's zone.</returns>
    public static string FormatInstant(this IText text, DateTimeOffset instant, DateTimeOffset now) =>
        $"{DayOfYear(text, text.DayOf(instant), text.DayOf(now).Year)}, {text.FormatTime(instant)}";

    /// <summary>«завтра, 15:00», «пн, 30 ноября, 15:00», as <see cref="FormatDayInWords"/>. For screens.</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="instant">The instant, with any offset.</param>
    /// <param name="now">When it is said.</param>
    /// <returns>Day and time in the reader's zone.</returns>
    public static string FormatInstantInWords(this IText text, DateTimeOffset instant, DateTimeOffset now) =>
        $"{text.FormatDayInWords(text.DayOf(instant), text.DayOf(now))}, {text.FormatTime(instant)}";

    /// <summary>«30 ноября, 15:00–16:00», «30 ноября, 23:00 – 1 декабря, 01:00».</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="from">When it begins, with any offset.</param>
    /// <param name="until">When it ends, with any offset.</param>
    /// <param name="now">When it is said.</param>
    /// <returns>The span in the reader's zone.</returns>
    public static string FormatSpan(this IText text, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) =>
        text.DayOf(from) == text.DayOf(until)
            ? $"{text.FormatInstant(from, now)}–{text.FormatTime(until)}"
            : $"{text.FormatInstant(from, now)} – {text.FormatInstant(until, now)}";

    /// <summary>«1 ч 30 мин», «2 дня», «2 дня 3 ч».</summary>
    /// <param name="text">Texts of the reader.</param>
    /// <param name="length">How long; taken without its sign and in whole minutes, a shorter one as one minute.</param>
    /// <returns>Days, hours and minutes, those of nought left out.</returns>
    public static string FormatDuration(this IText text, TimeSpan length)
    {
        var minutes = Math.Max(1, (long)Math.Abs(length.TotalMinutes));
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        return string.Join(' ', new[]
        {
            days > 0 ? text.Get("core.time.days", ("count", days)) : "",
            hours > 0 ? text.Get("core.time.hours", ("hours", hours)) : "",
            rest > 0 ? text.Get("core.time.minutes", ("minutes", rest)) : "",
        }.Where(part => part.Length > 0));
    }

    private static string DayOfYear(IText text, DateOnly day, int year) => day.ToString(day.Year == year ? ThisYearDay : OtherYearDay, text.Culture);
}
