namespace DrAivBot.Planner.Recurrence;

/// <summary>
/// How an event recurs: the subset of RFC 5545 that people use. Reckoned by the clock on the wall of the event's zone; a day that a
/// month does not have is passed over.
/// </summary>
internal sealed record RecurrenceRule
{
    public const int MaxInterval = 99;
    public const int MaxCount = 999;

    public required Frequency Frequency { get; init; }

    /// <summary>Every how many days, weeks, months or years. 1 to <see cref="MaxInterval"/>.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>How often in all, the first time and what was cancelled included; null without an end or with <see cref="Until"/>.</summary>
    public int? Count { get; init; }

    /// <summary>The last local time at which it may begin; null without an end or with <see cref="Count"/>.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Weekly: the days, from the beginning of the week; empty for the weekday of the start.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Monthly: this weekday instead of the day of the start. Null by default.</summary>
    public NthWeekday? MonthlyOn { get; init; }

    /// <summary>The day a week begins with, which tells weeks apart when not every week counts. Monday by default.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    public static RecurrenceRule Workdays { get; } = new()
    {
        Frequency = Frequency.Weekly,
        Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
    };

    /// <summary>RFC 5545 has no meaning for limits outside these.</summary>
    public bool IsValid =>
        Interval is >= 1 and <= MaxInterval
        && Count is null or >= 1 and <= MaxCount
        && !(Count is not null && Until is not null)
        && (Weekdays.Count == 0 || Frequency == Frequency.Weekly)
        && (MonthlyOn is null || Frequency == Frequency.Monthly);

    /// <summary>The same rule ending before a local time.</summary>
    public RecurrenceRule EndingBefore(DateTime start) => this with { Count = null, Until = start.AddSeconds(-1) };

    /// <summary>The same rule for a series whose times move: its weekdays and its end move along.</summary>
    public RecurrenceRule Moved(DateTime from, DateTime to)
    {
        var days = (to.Date - from.Date).Days;
        return this with
        {
            Until = Until + (to - from),
            Weekdays = [.. Weekdays.Select(day => (DayOfWeek)(((((int)day + days) % 7) + 7) % 7))],
            MonthlyOn = MonthlyOn is null || days == 0 ? MonthlyOn : NthWeekday.Of(DateOnly.FromDateTime(to)),
        };
    }

    public bool Equals(RecurrenceRule? other) => other is not null && RuleText.Print(this) == RuleText.Print(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(RuleText.Print(this));

    public override string ToString() => RuleText.Print(this);
}
