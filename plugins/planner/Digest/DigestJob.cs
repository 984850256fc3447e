using DrAivBot.Jobs;

namespace DrAivBot.Planner.Digest;

/// <summary>Tells those whose morning it is, a few at a time.</summary>
internal sealed class DigestJob : ILongJob<DigestOrder>
{
    private const int AtOnce = 25;

    public async Task<JobResult> RunAsync(JobRun run, DigestOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        var readers = await transactions.RunAsync<DigestDesk, IReadOnlyList<DigestReader>>((desk, token) => desk.ListReadersAsync(payload.At, token), cancellationToken);
        foreach (var chunk in readers.Chunk(AtOnce))
        {
            await transactions.RunAsync<DigestDesk, bool>((desk, token) => desk.TellAsync(chunk, token), cancellationToken);
        }

        return JobResult.Done;
    }
}

/// <summary>An instant at which it is morning for somebody.</summary>
internal sealed record DigestOrder
{
    public DateTimeOffset At { get; init; }
}
