using DrAivBot.Jobs;

namespace DrAivBot.Wishes;

public sealed class ForgetWish(WishTable table) : IJob<FulfilledWish>
{
    public async Task<JobResult> RunAsync(JobRun run, FulfilledWish payload, CancellationToken cancellationToken)
    {
        await table.RemoveAsync(payload.Id, cancellationToken);
        return JobResult.Done;
    }
}

public sealed record FulfilledWish
{
    public required Guid Id { get; init; }
}
