namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>How far a plan is. Numbers are stored.</summary>
internal enum PlanState
{
    Draft = 0,

    /// <summary>Waits for the superior.</summary>
    Sent = 1,

    /// <summary>The superior wants it otherwise.</summary>
    Returned = 2,

    Agreed = 3,

    /// <summary>The week is over and has its result.</summary>
    Closed = 4,
}
