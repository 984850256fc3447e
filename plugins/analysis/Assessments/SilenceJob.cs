using DrAivBot.Jobs;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Looks whether somebody has fallen silent.</summary>
internal sealed class SilenceJob(SilenceDesk desk) : IJob<SilenceOrder>
{
    public async Task<JobResult> RunAsync(JobRun run, SilenceOrder payload, CancellationToken cancellationToken)
    {
        await desk.RunAsync(payload.Assessment, cancellationToken);
        return JobResult.Done;
    }
}

/// <summary>The assessment to look after; one job each.</summary>
internal sealed record SilenceOrder
{
    public Guid Assessment { get; init; }
}
