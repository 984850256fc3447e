using DrAivBot.Jobs;
using DrAivBot.Organisation;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Calls everybody, or closes a week, a few at a time: however large the company, no transaction is long.</summary>
internal sealed class PlanCallJob : ILongJob<PlanCall>
{
    private const int AtOnce = 50;

    public async Task<JobResult> RunAsync(JobRun run, PlanCall payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        if (payload.Kind == PlanCallKind.Close)
        {
            var plans = await transactions.RunAsync<PlanCallDesk, IReadOnlyList<Guid>>((desk, token) => desk.ListOpenAsync(payload.Week, token), cancellationToken);
            foreach (var chunk in plans.Chunk(AtOnce))
            {
                await transactions.RunAsync<PlanCallDesk, bool>((desk, token) => desk.CloseAsync(chunk, token), cancellationToken);
            }

            return JobResult.Done;
        }

        var people = await transactions.RunAsync<PlanCallDesk, IReadOnlyList<UserId>>((desk, token) => desk.ListPeopleAsync(payload, token), cancellationToken);
        foreach (var chunk in people.Chunk(AtOnce))
        {
            await transactions.RunAsync<PlanCallDesk, bool>((desk, token) => desk.CallAsync(payload, chunk, token), cancellationToken);
        }

        return JobResult.Done;
    }
}
