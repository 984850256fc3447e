namespace DrAivBot.Planner.Recurrence;

/// <summary>The local times of a series, in order. Lazy: a rule without an end goes on for as long as it is asked.</summary>
internal static class Expansion
{
    private static readonly DateTime End = new(9990, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Every start, the first one included when the rule has it.</summary>
    public static IEnumerable<DateTime> Of(RecurrenceRule rule, DateTime start)
    {
        var found = 0;
        foreach (var local in Candidates(rule, start).Where(local => local >= start))
        {
            if (local > rule.Until || found == rule.Count || local > End)
            {
                yield break;
            }

            found++;
            yield return local;
        }
    }

    /// <summary>The first start at or after a local time: where a series with this rule begins.</summary>
    public static DateTime Align(RecurrenceRule rule, DateTime start)
    {
        foreach (var local in Candidates(rule, start))
        {
            if (local >= start)
            {
                return local;
            }
        }

        return start;
    }

    private static IEnumerable<DateTime> Candidates(RecurrenceRule rule, DateTime start) => rule switch
    {
        { Frequency: Frequency.Daily } => Step(start, rule.Interval),
        { Frequency: Frequency.Weekly } => Weekly(rule, start),
        { Frequency: Frequency.Monthly } => Monthly(rule, start),
        _ => Yearly(rule, start),
    };

    private static IEnumerable<DateTime> Step(DateTime start, int days)
    {
        for (var local = start; local < End; local = local.AddDays(days))
        {
            yield return local;
        }
    }

    private static IEnumerable<DateTime> Weekly(RecurrenceRule rule, DateTime start)
    {
        IReadOnlyList<DayOfWeek> days = rule.Weekdays.Count == 0 ? [start.DayOfWeek] : rule.Weekdays;
        var offsets = days.Select(day => (day - rule.WeekStart + 7) % 7).Distinct().Order().ToList();
        var week = start.AddDays(-((start.DayOfWeek - rule.WeekStart + 7) % 7));
        return Step(week, 7 * rule.Interval).SelectMany(first => offsets.Select(offset => first.AddDays(offset)));
    }

    private static IEnumerable<DateTime> Monthly(RecurrenceRule rule, DateTime start)
    {
        for (var (year, month) = (start.Year, start.Month); year < End.Year; (year, month) = Add(year, month, rule.Interval))
        {
            var day = rule.MonthlyOn is { } nth ? nth.In(year, month) : DayIn(year, month, start.Day);
            if (day is { } found)
            {
                yield return found.ToDateTime(TimeOnly.FromDateTime(start));
            }
        }
    }

    private static IEnumerable<DateTime> Yearly(RecurrenceRule rule, DateTime start)
    {
        for (var year = start.Year; year < End.Year; year += rule.Interval)
        {
            if (DayIn(year, start.Month, start.Day) is { } found)
            {
                yield return found.ToDateTime(TimeOnly.FromDateTime(start));
            }
        }
    }

    private static DateOnly? DayIn(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static (int Year, int Month) Add(int year, int month, int months) =>
        (year + ((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1);
}
