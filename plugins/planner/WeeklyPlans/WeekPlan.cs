using DrAivBot.Organisation;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What a person has taken on for a week.</summary>
internal sealed record WeekPlan
{
    /// <summary>Fewest tasks that are a plan.</summary>
    public const int FewestTasks = 3;

    /// <summary>Most tasks that are a plan rather than a list.</summary>
    public const int MostTasks = 10;

    public required Guid Id { get; init; }

    public required UserId Person { get; init; }

    /// <summary>The post the person plans from.</summary>
    public required PositionId Position { get; init; }

    public required int Division { get; init; }

    /// <summary>The Monday.</summary>
    public required DateOnly Week { get; init; }

    public required PlanState State { get; init; }

    /// <summary>The post that is to agree; null where nobody stands above.</summary>
    public PositionId? WaitsAt { get; init; }

    public string? ReturnReason { get; init; }

    public DateTimeOffset? AgreedAt { get; init; }

    /// <summary>Once it is closed.</summary>
    public int? Percent { get; init; }

    /// <summary>Whether its author may still change it.</summary>
    public bool IsOpen => State is PlanState.Draft or PlanState.Returned;

    /// <summary>Whether it is on its way through the week.</summary>
    public bool IsUnderWay => State is PlanState.Sent or PlanState.Agreed;
}
