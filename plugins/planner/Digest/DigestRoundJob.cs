using DrAivBot.Jobs;

namespace DrAivBot.Planner.Digest;

/// <summary>Once a day: the mornings of the next day are scheduled.</summary>
internal sealed class DigestRoundJob(DigestRounds rounds) : IJob<DigestRound>
{
    public async Task<JobResult> RunAsync(JobRun run, DigestRound payload, CancellationToken cancellationToken)
    {
        await rounds.ScheduleAsync(run.DueAt, cancellationToken);
        return JobResult.Done;
    }
}

/// <summary>The daily round.</summary>
internal sealed record DigestRound;
