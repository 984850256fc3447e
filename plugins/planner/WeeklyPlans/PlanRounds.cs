using DrAivBot.Jobs;
using DrAivBot.Work;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Sees to it that everybody is called to plan and to report when it is time.</summary>
internal sealed class PlanRounds(PlanTimesTable times, IJobs jobs, IWork work)
{
    /// <summary>A day and some hours, so that the next round is sure to come before.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(26);

    private static readonly int[] DaysAround = [-21, -14, -7, 0, 7, 14];

    /// <summary>Schedules the calls of the next day, and those since an instant that were missed.</summary>
    public async Task ScheduleAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (await times.FindRhythmAsync(cancellationToken) is not { } rhythm)
        {
            return;
        }

        var until = work.StartedAt + Ahead;
        var calls = DaysAround.Select(days => rhythm.WeekOf(work.StartedAt).AddDays(days)).SelectMany(rhythm.CallsOf).Where(call => call.At > since && call.At <= until);
        foreach (var (call, at) in calls)
        {
            await jobs.ScheduleAsync(call, new() { Key = KeyOf(call), At = at }, cancellationToken);
        }
    }

    /// <summary>The planning moved: what was scheduled for the old one is not to come.</summary>
    public async Task RescheduleAsync(CancellationToken cancellationToken)
    {
        if (await times.FindRhythmAsync(cancellationToken) is not { } rhythm)
        {
            return;
        }

        foreach (var call in DaysAround.Select(days => rhythm.WeekOf(work.StartedAt).AddDays(days)).SelectMany(rhythm.CallsOf))
        {
            await jobs.CancelAsync<PlanCall>(KeyOf(call.Call), cancellationToken);
        }

        await ScheduleAsync(work.StartedAt, cancellationToken);
    }

    private static string KeyOf(PlanCall call) => FormattableString.Invariant($"{call.Kind}/{call.Week:O}");
}
