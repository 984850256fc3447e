using System.Globalization;
using DrAivBot.Organisation;
using DrAivBot.Planner.Views;
using DrAivBot.Texts;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Weeks as people read them.</summary>
internal static class WeekText
{
    private const int LastDay = 6;

    public static int Number(DateOnly week) => ISOWeek.GetWeekOfYear(week.ToDateTime(TimeOnly.MinValue));

    /// <summary>«23–29 ноября 2026», «30 ноября – 6 декабря 2026».</summary>
    public static string Days(IText text, DateOnly week) => text.FormatDays(week, week.AddDays(LastDay));

    /// <summary>«23.11–29.11», for buttons.</summary>
    public static string Short(IText text, DateOnly week) => $"{WhenText.Short(text, week)}–{WhenText.Short(text, week.AddDays(LastDay))}";

    public static string Day(IText text, DayOfWeek day) => text.Culture.DateTimeFormat.GetDayName(day);

    public static string Post(Position post) => string.Create(CultureInfo.InvariantCulture, $"{post.Number} · {post.Name}");
}
