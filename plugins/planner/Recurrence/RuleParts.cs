using System.Globalization;

namespace DrAivBot.Planner.Recurrence;

/// <summary>The parts of an RRULE on the way to a rule. Whatever is not understood makes the whole not understood: half a rule would be a wrong one.</summary>
internal sealed class RuleParts(Dictionary<string, string> parts, DateTime start, Func<DateTime, DateTime>? toLocal)
{
    private static readonly string[] UtcTime = ["yyyyMMdd'T'HHmmss'Z'"];
    private static readonly string[] WallTimes = ["yyyyMMdd'T'HHmmss"];

    public RecurrenceRule? Read()
    {
        var days = ReadDays();
        var name = Take("FREQ") ?? "";
        // A number would be taken for the name it stands for.
        if (!name.All(char.IsAsciiLetter) || !Enum.TryParse<Frequency>(name, ignoreCase: true, out var frequency) || days is null)
        {
            return null;
        }

        var isUntilKnown = ReadUntil(out var until);
        var rule = new RecurrenceRule
        {
            Frequency = frequency,
            Interval = ReadNumber("INTERVAL", 1),
            Count = parts.ContainsKey("COUNT") ? ReadNumber("COUNT", 0) : null,
            Until = until,
            WeekStart = RuleText.DayOf(Take("WKST") ?? "MO") ?? DayOfWeek.Monday,
        };
        var found = With(rule, days);
        return isUntilKnown && found is { IsValid: true } && parts.Count == 0 ? Canonical(found) : null;
    }

    /// <summary>The start of the week matters only when not every week counts.</summary>
    private static RecurrenceRule Canonical(RecurrenceRule rule) =>
        rule is { Frequency: Frequency.Weekly, Interval: > 1, Weekdays.Count: > 1 } ? rule : rule with { WeekStart = DayOfWeek.Monday };

    private RecurrenceRule? With(RecurrenceRule rule, List<(int Ordinal, DayOfWeek Day)> days)
    {
        var plain = days.All(day => day.Ordinal == 0);
        switch (rule.Frequency)
        {
            case Frequency.Daily when days.Count == 0:
                return rule;
            // «Every weekday» as some calendars write it.
            case Frequency.Daily when plain && rule.Interval == 1:
            case Frequency.Weekly when plain:
                return rule with { Frequency = Frequency.Weekly, Weekdays = [.. days.Select(day => day.Day).Distinct().OrderBy(RuleText.FromMonday)] };
            case Frequency.Monthly when days.Count == 0:
                return IsOfStart("BYMONTHDAY", start.Day) ? rule : null;
            case Frequency.Monthly when days.Count == 1:
                return Nth(days[0]) is { } nth ? rule with { MonthlyOn = nth } : null;
            case Frequency.Yearly when days.Count == 0:
                return IsOfStart("BYMONTH", start.Month) && IsOfStart("BYMONTHDAY", start.Day) ? rule : null;
            default:
                return null;
        }
    }

    /// <summary>«2TU», or «TU» with «BYSETPOS=2».</summary>
    private NthWeekday? Nth((int Ordinal, DayOfWeek Day) day)
    {
        var ordinal = day.Ordinal != 0 ? day.Ordinal : ReadNumber("BYSETPOS", 0);
        return ordinal is -1 or (>= 1 and <= 5) ? new NthWeekday(ordinal, day.Day) : null;
    }

    private bool IsOfStart(string name, int expected) => !parts.ContainsKey(name) || ReadNumber(name, 0) == expected;

    private List<(int Ordinal, DayOfWeek Day)>? ReadDays()
    {
        var days = new List<(int, DayOfWeek)>();
        foreach (var name in (Take("BYDAY") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (name.Length < 2 || RuleText.DayOf(name[^2..]) is not { } day || ReadOrdinal(name[..^2]) is not { } ordinal)
            {
                return null;
            }

            days.Add((ordinal, day));
        }

        return days;
    }

    private static int? ReadOrdinal(string text) =>
        text.Length == 0 ? 0 : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : null;

    private bool ReadUntil(out DateTime? until)
    {
        until = null;
        if (Take("UNTIL") is not { } text)
        {
            return true;
        }

        if (DateTime.TryParseExact(text, UtcTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc))
        {
            until = toLocal?.Invoke(utc);
        }
        else if (DateTime.TryParseExact(text, WallTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            until = local;
        }
        else if (DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            // A day as the end includes what begins on it.
            until = day.AddDays(1).AddSeconds(-1);
        }

        return until is not null;
    }

    private int ReadNumber(string name, int otherwise) =>
        Take(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : int.MinValue;

    private string? Take(string name) => parts.Remove(name, out var value) ? value : null;
}
