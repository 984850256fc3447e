namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What became of a task. Numbers are stored; the larger, the more of it is done.</summary>
internal enum TaskMark
{
    No = 0,
    Part = 1,
    Done = 2,
}
