namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What everybody is called to at its time.</summary>
internal sealed record PlanCall
{
    public PlanCallKind Kind { get; init; }

    /// <summary>The week it is about.</summary>
    public DateOnly Week { get; init; }
}

/// <summary>Numbers are stored.</summary>
internal enum PlanCallKind
{
    /// <summary>To plan the next week.</summary>
    Plan = 0,

    /// <summary>Who has not planned yet.</summary>
    PlanAgain = 1,

    /// <summary>To report the week that ends.</summary>
    Report = 2,

    /// <summary>Who has not reported yet.</summary>
    ReportAgain = 3,

    /// <summary>Nobody is called: what was not reported gets its result.</summary>
    Close = 4,
}
