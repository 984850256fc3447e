using System.Globalization;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>How something recurs, in words.</summary>
internal static class RuleWords
{
    /// <summary>«каждые 2 недели: вт, чт; до 30 ноября».</summary>
    public static string Of(IText text, RecurrenceRule rule, DateTime start)
    {
        var often = IsWorkdays(rule) ? text.Get("planner.rule.each.workday")
            : rule.Interval == 1 ? text.Get("planner.rule.each." + KeyOf(rule.Frequency))
            : text.Get("planner.rule." + KeyOf(rule.Frequency), ("count", rule.Interval));
        var on = rule switch
        {
            { MonthlyOn: { } nth } => ": " + text.Get("planner.rule.nth." + NameOf(nth.Ordinal), ("day", DayName(text, nth.Day))),
            { Weekdays.Count: > 0 } when !IsWorkdays(rule) => ": " + string.Join(", ", rule.Weekdays.Select(day => DayName(text, day))),
            { Frequency: Frequency.Monthly } => ": " + text.Get("planner.rule.day", ("number", start.Day)),
            _ => "",
        };
        var end = rule switch
        {
            { Count: { } count } => "; " + text.Get("planner.rule.count", ("count", count)),
            { Until: { } until } => "; " + text.Get("planner.rule.until", ("day", until.ToString("d MMMM yyyy", text.Culture))),
            _ => "",
        };
        return often + on + end;
    }

    private static bool IsWorkdays(RecurrenceRule rule) =>
        rule is { Frequency: Frequency.Weekly, Interval: 1 } && rule.Weekdays.ToHashSet().SetEquals([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]);

    private static string DayName(IText text, DayOfWeek day) => text.Culture.DateTimeFormat.AbbreviatedDayNames[(int)day];

    private static string NameOf(int ordinal) => ordinal < 0 ? "last" : ordinal.ToString(CultureInfo.InvariantCulture);

    private static string KeyOf(Frequency frequency) => frequency switch
    {
        Frequency.Daily => "daily",
        Frequency.Weekly => "weekly",
        Frequency.Monthly => "monthly",
        _ => "yearly",
    };
}
