using System.Globalization;
using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Work;

namespace DrAivBot.TestPlugins.Chores;

public sealed class WriteDown(Entries entries, IJobs jobs, IEvents events) : IJob<Chore>
{
    public async Task<JobResult> RunAsync(JobRun run, Chore payload, CancellationToken cancellationToken)
    {
        await entries.AddAsync(payload.Text, run, cancellationToken);
        switch (payload.Then)
        {
            case "throw":
            case "throw-once" when run.Attempt == 1:
                throw new InvalidDataException("The chore failed.");
            case "retry":
                return JobResult.RetryIn(TimeSpan.FromMinutes(5));
            case "discard":
                return JobResult.Discard("Nobody wants it.");
            case "sleep":
                await entries.SleepAsync(cancellationToken);
                return JobResult.Done;
            case "hang":
                Thread.Sleep(TimeSpan.FromSeconds(6));
                return JobResult.Done;
            case "again":
                await jobs.ScheduleAsync(payload with { Then = "done", Text = payload.Text + " again" }, new() { Key = run.Key, Delay = TimeSpan.FromHours(1) }, cancellationToken);
                return JobResult.Done;
            case "cancel":
                await jobs.CancelAsync<Chore>(run.Key!, cancellationToken);
                return JobResult.Done;
            case "publish":
                await events.PublishAsync(new Happened { Text = payload.Text }, null, cancellationToken);
                return JobResult.Done;
            default:
                return JobResult.Done;
        }
    }
}

public sealed class WriteLong : ILongJob<LongChore>
{
    public async Task<JobResult> RunAsync(JobRun run, LongChore payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        await transactions.RunAsync<Entries, bool>(
            async (entries, token) =>
            {
                await entries.AddAsync(payload.Text + " begun", run, token);
                return true;
            },
            cancellationToken);
        if (payload.Then == "throw")
        {
            throw new InvalidDataException("The long chore failed.");
        }

        if (payload.Then == "wait" && run.Attempt == 1)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (int.TryParse(payload.Then, CultureInfo.InvariantCulture, out var milliseconds))
        {
            await Task.Delay(milliseconds, cancellationToken);
        }

        if (payload.Then == "return")
        {
            return JobResult.Done;
        }

        return await transactions.FinishAsync<Entries>(
            async (entries, token) =>
            {
                await entries.AddAsync(payload.Text + " finished", run, token);
                return JobResult.Done;
            },
            cancellationToken);
    }
}

/// <summary>Sees no company's rows, so it says through a job of the deployment's own what it saw.</summary>
public sealed class WriteForAll(Entries entries, IWork work) : IJob<ChoreOfAll>
{
    public async Task<JobResult> RunAsync(JobRun run, ChoreOfAll payload, CancellationToken cancellationToken) =>
        JobResult.Discard($"company: {work.Company?.ToString() ?? "none"}, sees {await entries.CountAsync(cancellationToken)}, {payload.Text}");
}

public sealed class Morning(Entries entries) : IJob<MorningChore>
{
    public async Task<JobResult> RunAsync(JobRun run, MorningChore payload, CancellationToken cancellationToken)
    {
        await entries.AddAsync("morning", run, cancellationToken);
        return JobResult.Done;
    }
}
