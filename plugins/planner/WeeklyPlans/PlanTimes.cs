namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>When a company plans its next week.</summary>
internal sealed record PlanTimes
{
    public DayOfWeek Day { get; init; } = DayOfWeek.Friday;

    public TimeOnly At { get; init; } = new(15, 0);
}
