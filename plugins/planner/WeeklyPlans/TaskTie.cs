namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What a task serves. Numbers are stored.</summary>
internal enum TaskTie
{
    Product = 0,
    Statistic = 1,
    Order = 2,
}
