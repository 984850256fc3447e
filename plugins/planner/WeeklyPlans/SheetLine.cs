namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>A person's week on the company's sheet.</summary>
internal sealed record SheetLine
{
    public required string Name { get; init; }

    public required string Post { get; init; }

    public required int Division { get; init; }

    public bool IsAbsent { get; init; }

    /// <summary>Null without a plan.</summary>
    public WeekPlan? Plan { get; init; }

    public IReadOnlyList<WeekTask> Tasks { get; init; } = [];

    /// <summary>Whether it got as far as the superior.</summary>
    public bool IsPlanned => Plan is { State: not PlanState.Draft };

    public bool IsAgreed => Plan?.AgreedAt is not null;

    public int Carried => Tasks.Count(task => task.Carried > 0);
}
