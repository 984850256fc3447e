namespace DrAivBot.Planner.Tests.WeeklyPlans;

/// <summary>The real clock, put forward: what waits for a moment goes on waiting for real.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
