using DrAivBot.Jobs;
using DrAivBot.Privacy;

namespace DrAivBot.Host.Privacy;

/// <summary>
/// Carries out an erasure when its grace is over. A job of the deployment: it outlives the company. Each of its steps is a
/// transaction that finds what is left, so that it may be cut off and started again anywhere.
/// </summary>
internal sealed class EraseData : ILongJob<EraseData.Order>
{
    public async Task<JobResult> RunAsync(JobRun run, Order payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        if (await StepAsync(transactions, (erasing, token) => erasing.BeginAsync(payload.Id, token), cancellationToken) is not { } erasure)
        {
            return JobResult.Done;
        }

        await (erasure.Whose == DataOwner.Company
            ? EmptyCompanyAsync(erasure, transactions, cancellationToken)
            : LeaveCompaniesAsync(erasure, transactions, cancellationToken));

        return await transactions.FinishAsync<IPersonalData>(
            async (service, token) =>
            {
                await Open(service).FinishAsync(payload.Id, token);
                return JobResult.Done;
            },
            cancellationToken);
    }

    private static async Task EmptyCompanyAsync(ErasureRow erasure, ITransactions transactions, CancellationToken cancellationToken)
    {
        var steps = await StepAsync(
            transactions,
            async (erasing, token) =>
            {
                await erasing.Company.CloseAsync(erasure, token);
                return await erasing.Company.ListStepsAsync(token);
            },
            cancellationToken);
        foreach (var (schema, table) in steps)
        {
            while (await StepAsync(transactions, (erasing, token) => erasing.Company.EraseAsync(erasure, schema, table, token), cancellationToken))
            {
            }
        }
    }

    private static async Task LeaveCompaniesAsync(ErasureRow erasure, ITransactions transactions, CancellationToken cancellationToken)
    {
        foreach (var company in await StepAsync(transactions, (erasing, token) => erasing.ListCompaniesAsync(erasure, token), cancellationToken))
        {
            await StepAsync(
                transactions,
                async (erasing, token) =>
                {
                    await erasing.Person.EraseInAsync(erasure, company, token);
                    return true;
                },
                cancellationToken);
        }
    }

    private static Task<T> StepAsync<T>(ITransactions transactions, Func<ErasureRun, CancellationToken, Task<T>> act, CancellationToken cancellationToken) =>
        transactions.RunAsync<IPersonalData, T>((service, token) => act(Open(service), token), cancellationToken);

    private static ErasureRun Open(IPersonalData service) => ((TurnPersonalData)service).Erasing;

    internal sealed record Order
    {
        public Guid Id { get; init; }
    }
}
