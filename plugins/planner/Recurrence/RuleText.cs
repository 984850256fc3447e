using System.Globalization;
using System.Text;

namespace DrAivBot.Planner.Recurrence;

/// <summary>Rules as the text of an RRULE. Printed in one way only, so that equal rules have equal texts.</summary>
internal static class RuleText
{
    private const string LocalTime = "yyyyMMdd'T'HHmmss";
    private static readonly string[] Names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The canonical text; UNTIL is a local time.</summary>
    public static string Print(RecurrenceRule rule)
    {
        var text = new StringBuilder($"FREQ={rule.Frequency.ToString().ToUpperInvariant()}");
        Add(text, "INTERVAL", rule.Interval == 1 ? null : rule.Interval.ToString(CultureInfo.InvariantCulture));
        Add(text, "COUNT", rule.Count?.ToString(CultureInfo.InvariantCulture));
        Add(text, "UNTIL", rule.Until?.ToString(LocalTime, CultureInfo.InvariantCulture));
        Add(text, "BYDAY", rule.MonthlyOn is { } nth
            ? string.Create(CultureInfo.InvariantCulture, $"{nth.Ordinal}{Names[(int)nth.Day]}")
            : string.Join(',', rule.Weekdays.Distinct().OrderBy(FromMonday).Select(day => Names[(int)day])));
        Add(text, "WKST", rule.WeekStart == DayOfWeek.Monday ? null : Names[(int)rule.WeekStart]);
        return text.ToString();
    }

    /// <summary>Reads an RRULE. What calendars write beside the canonical text for the same rules is understood.</summary>
    /// <param name="text">The value of RRULE.</param>
    /// <param name="start">The local start: a day or month that the rule names must be that of the start.</param>
    /// <param name="toLocal">Turns an UNTIL in UTC into local time; without it such a rule is not read.</param>
    /// <returns>Null for what lies outside the subset.</returns>
    public static RecurrenceRule? Parse(string text, DateTime start, Func<DateTime, DateTime>? toLocal = null)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                return null;
            }
        }

        return new RuleParts(parts, start, toLocal).Read();
    }

    internal static DayOfWeek? DayOf(string name) =>
        Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? (DayOfWeek)index : null;

    internal static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append(';').Append(name).Append('=').Append(value);
        }
    }
}
