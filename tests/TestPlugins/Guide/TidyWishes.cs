using DrAivBot.Jobs;

namespace DrAivBot.Wishes;

public sealed class TidyWishes : ILongJob<WeeklyTidying>
{
    public async Task<JobResult> RunAsync(JobRun run, WeeklyTidying payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        var wishes = await transactions.RunAsync<WishTable, IReadOnlyList<Wish>>(
            (table, token) => table.ListAsync(openOnly: true, token), cancellationToken);
        var unclear = await FindUnclearAsync(wishes, cancellationToken);
        return await transactions.FinishAsync<WishTable>(
            async (table, token) =>
            {
                foreach (var wish in unclear)
                {
                    await table.RemoveAsync(wish.Id, token);
                }

                return JobResult.Done;
            },
            cancellationToken);
    }

    /// <summary>Stands for what takes its time, such as asking a service outside.</summary>
    private static Task<List<Wish>> FindUnclearAsync(IReadOnlyList<Wish> wishes, CancellationToken cancellationToken) =>
        Task.Run(() => wishes.Where(wish => !wish.Text.Any(char.IsLetter)).ToList(), cancellationToken);
}

public sealed record WeeklyTidying;
