using DrAivBot.Jobs;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Once a day: plans go to whoever is to agree now, and the day's calls are scheduled.</summary>
internal sealed class PlanRoundJob(PlanRounds rounds, PlanDesk desk) : IJob<PlanRound>
{
    public async Task<JobResult> RunAsync(JobRun run, PlanRound payload, CancellationToken cancellationToken)
    {
        await desk.RerouteAsync(cancellationToken);
        await rounds.ScheduleAsync(run.DueAt, cancellationToken);
        return JobResult.Done;
    }
}

/// <summary>The daily round.</summary>
internal sealed record PlanRound;
