namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>One task of a plan.</summary>
internal sealed record WeekTask
{
    public const int LongestTitle = 200;

    public const int LongestReason = 500;

    public required Guid Id { get; init; }

    public required Guid Plan { get; init; }

    public required string Title { get; init; }

    public required TaskTie Tie { get; init; }

    /// <summary>Name of the product or statistic, or the order in words.</summary>
    public required string TieName { get; init; }

    /// <summary>Whose product or statistic: a department 1 to 21, or 100 and a division; null for an order.</summary>
    public int? Unit { get; init; }

    /// <summary>Null before the report.</summary>
    public TaskMark? Mark { get; init; }

    public string? Reason { get; init; }

    /// <summary>How often it has come over from the week before.</summary>
    public int Carried { get; init; }

    /// <summary>
    /// What was done of all that was planned: a task done counts whole, one done in part half; rounded down, and a task
    /// without a mark counts as not done.
    /// </summary>
    public static int PercentOf(IReadOnlyCollection<TaskMark?> marks) =>
        marks.Count == 0 ? 0 : marks.Sum(mark => (int)(mark ?? TaskMark.No)) * 100 / (marks.Count * (int)TaskMark.Done);
}
