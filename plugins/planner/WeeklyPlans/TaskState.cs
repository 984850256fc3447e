namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The task that is asked for.</summary>
internal sealed record TaskState
{
    public DateOnly Week { get; set; }

    /// <summary>The task that is changed; null for a new one.</summary>
    public Guid? Task { get; set; }

    public string Title { get; set; } = "";

    /// <summary>The chosen tie: <see cref="TaskTies"/>.</summary>
    public string Tie { get; set; } = "";

    public string Order { get; set; } = "";
}
