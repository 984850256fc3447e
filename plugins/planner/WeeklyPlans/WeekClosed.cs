namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>A person's week has its result: <c>planner.week_closed</c>, version 1.</summary>
internal sealed record WeekClosed
{
    public Guid Person { get; init; }

    /// <summary>The post the person planned from.</summary>
    public Guid Position { get; init; }

    /// <summary>Its Monday.</summary>
    public DateOnly Week { get; init; }

    /// <summary>0 to 100.</summary>
    public int Percent { get; init; }
}
