namespace DrAivBot.Planner.Recurrence;

/// <summary>A weekday of a month, for example the second Tuesday.</summary>
/// <param name="Ordinal">1 to 5 from the beginning, −1 for the last.</param>
/// <param name="Day">The weekday.</param>
internal sealed record NthWeekday(int Ordinal, DayOfWeek Day)
{
    /// <summary>The day in a month; null when the month has no fifth.</summary>
    public DateOnly? In(int year, int month)
    {
        if (Ordinal < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-((last.DayOfWeek - Day + 7) % 7));
        }

        var first = new DateOnly(year, month, 1);
        var day = 1 + ((Day - first.DayOfWeek + 7) % 7) + ((Ordinal - 1) * 7);
        return day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>How a day is told of: «the second Tuesday»; the fifth is the last.</summary>
    public static NthWeekday Of(DateOnly day) => new(day.Day > 28 ? -1 : ((day.Day - 1) / 7) + 1, day.DayOfWeek);
}
