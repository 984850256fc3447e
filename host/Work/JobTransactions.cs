using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;
using DrAivBot.Jobs;

namespace DrAivBot.Host.Work;

/// <summary>The short transactions of one run of a long job, each fenced by its lease.</summary>
internal sealed class JobTransactions(ClaimedJob job, JobRegistration registration, JobScopes scopes) : ITransactions
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>Whether the job has ended itself.</summary>
    public bool IsFinished { get; private set; }

    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, CancellationToken, Task<TResult>> act, CancellationToken cancellationToken)
        where TService : notnull
    {
        RefuseAfterEnd();
        await using var database = await scopes.OpenAsync(job, cancellationToken);
        using var limit = Limit(cancellationToken);
        var held = await JobTable.HoldAsync(database, job, limit.Token) ?? throw new LeaseLostException();
        var result = await ActAsync(database, held, act, limit.Token);
        await database.CommitAsync(limit.Token);
        return result;
    }

    public async Task<JobResult> FinishAsync<TService>(Func<TService, CancellationToken, Task<JobResult>> act, CancellationToken cancellationToken)
        where TService : notnull
    {
        RefuseAfterEnd();
        await using var database = await scopes.OpenAsync(job, cancellationToken);
        using var limit = Limit(cancellationToken);
        var opened = await JobTable.OpenAsync(database, job, limit.Token) ?? throw new LeaseLostException();
        var result = await ActAsync(database, opened, act, limit.Token);
        await JobTable.EndAsync(database, job, opened, JobEnd.Of(result, job, registration.Options), limit.Token);
        IsFinished = true;
        return result;
    }

    private async Task<TResult> ActAsync<TService, TResult>(
        TurnDatabase database, OpenedJob opened, Func<TService, CancellationToken, Task<TResult>> act, CancellationToken cancellationToken)
        where TService : notnull
    {
        await using var scope = await scopes.EnterAsync(registration, job, database, opened, cancellationToken);
        return await act(scope.ServiceProvider.GetRequiredService<TService>(), cancellationToken);
    }

    /// <summary>From when the connection is there: one that waits for it holds up nobody, and is told whom it waits for.</summary>
    private static CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Deadline);
        return limit;
    }

    private void RefuseAfterEnd()
    {
        if (IsFinished)
        {
            throw new InvalidOperationException("The job has ended with FinishAsync; nothing of it can be written any more.");
        }
    }
}
