using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Bulkheads;
using DrAivBot.Host.Threads;
using DrAivBot.Jobs;
using Npgsql;
using JobResult = DrAivBot.Jobs.JobResult;
using Outcome = DrAivBot.Host.Metrics.JobResult;

namespace DrAivBot.Host.Work;

/// <summary>
/// Runs one job, or one event's handler: a short one in the transaction that also ends it, a long one beside its short
/// transactions. What fails is rolled back, tried again with growing delay and in the end set aside.
/// </summary>
internal sealed partial class JobRunner(
    ModuleCatalogue catalogue, JobScopes scopes, ModuleBulkheads bulkheads, BackgroundThreads threads, HostMetrics metrics, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>So many hosts ended while they were at a job before it is blamed for it.</summary>
    private const int MostLosses = 10;

    /// <summary>How much longer a job that ignores its cancellation is waited for.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <param name="job">The job.</param>
    /// <param name="lost">The lease is gone.</param>
    /// <param name="abort">The host stops. A module that is replaced or switched off ends its jobs the same way: they run again.</param>
    public async Task RunAsync(ClaimedJob job, CancellationToken lost, CancellationToken abort)
    {
        if (job.IsOff)
        {
            await TryAsync(job, database => JobTable.ParkAsync(database, job, CancellationToken.None));
            return;
        }

        if (catalogue.LeaseJob(job.Module, job.Name) is not var (registration, lease))
        {
            // Switched off between claim and run: it waits in the database until the module comes back.
            await TryAsync(job, database => JobTable.ReleaseAsync(database, job, CancellationToken.None));
            return;
        }

        using var leased = lease;
        if (!bulkheads.TryEnter(registration.Module))
        {
            await TryAsync(job, database => JobTable.ReleaseAsync(database, job, CancellationToken.None));
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(abort, registration.Module.Stopping);
        var began = Stopwatch.GetTimestamp();
        var outcome = await RunAsync(registration, job, lost, end.Token);
        var took = Stopwatch.GetElapsedTime(began);
        if (outcome is { } known)
        {
            metrics.JobEnded(job.Module, job.Name, known, took);
        }

        LogEnded(job.ToString(), job.Id, outcome, took.TotalMilliseconds);
    }

    /// <returns>What the run came to; null when it was cut off and comes again.</returns>
    private async Task<Outcome?> RunAsync(JobRegistration registration, ClaimedJob job, CancellationToken lost, CancellationToken abort)
    {
        try
        {
            if (job.Losses > MostLosses)
            {
                return await GiveUpAsync(job, abort);
            }

            var ended = OutcomeOf(registration.IsLong ? await RunLongAsync(registration, job, lost, abort) : await RunShortAsync(registration, job, abort));
            bulkheads.Succeeded(registration.Module);
            return ended;
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            await TryAsync(job, database => JobTable.ReleaseAsync(database, job, CancellationToken.None));
            return null;
        }
        catch (OperationCanceledException gone) when (gone is LeaseLostException || lost.IsCancellationRequested)
        {
            LogLost(job.ToString(), job.Id);
            return Outcome.LeaseLost;
        }
        catch (NpgsqlException away) when (DatabaseAccess.IsAway(away))
        {
            // Nobody's fault: nothing was committed, and the job is free again when its lease ends.
            LogAway(job.ToString(), away.GetType().Name, away.SqlState);
            return null;
        }
#pragma warning disable CA1031 // The boundary of a job: whatever a module throws, only this job is affected.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            bulkheads.Failed(registration.Module, job.ToString(), failure);
            return await RecordAsync(registration, job, failure);
        }
    }

    private async Task<JobResultKind?> RunShortAsync(JobRegistration registration, ClaimedJob job, CancellationToken abort)
    {
        await using var database = await scopes.OpenAsync(job, abort);
        if (await JobTable.OpenAsync(database, job, abort) is not { } opened)
        {
            return null;
        }

        using var deadline = new CancellationTokenSource(registration.Deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, abort);
        await using var scope = await scopes.EnterAsync(registration, job, database, opened, abort);
        var running = Task.Run(() => registration.RunAsync(scope.ServiceProvider, CallOf(registration, job, null), both.Token), CancellationToken.None);
        JobResult result;
        try
        {
            result = await running.WaitAsync(registration.Deadline + Grace, time, abort);
        }
        catch (NpgsqlException own) when (own is not PostgresException && database.Connection.State == ConnectionState.Open)
        {
            throw new InvalidOperationException("A query of the job failed on a connection that stands: its own timeout, or two queries at once.", own);
        }
        catch (TimeoutException)
        {
            await scopes.AbandonAsync(database);
            throw;
        }

        await JobTable.EndAsync(database, job, opened, JobEnd.Of(result, job, registration.Options), abort);
        return result.Kind;
    }

    private async Task<JobResultKind?> RunLongAsync(JobRegistration registration, ClaimedJob job, CancellationToken lost, CancellationToken abort)
    {
        using var deadline = new CancellationTokenSource(registration.Deadline, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, lost, abort);
        var transactions = new JobTransactions(job, registration, scopes);
        await using var scope = registration.Module.Services.CreateAsyncScope();
        var running = threads.RunAsync(() => registration.RunAsync(scope.ServiceProvider, CallOf(registration, job, transactions), any.Token));
        using var released = CancellationTokenSource.CreateLinkedTokenSource(lost, abort);
        var result = await running.WaitAsync(registration.Deadline + Grace, time, released.Token);
        if (!transactions.IsFinished)
        {
            await using var database = await scopes.OpenAsync(abort);
            if (await JobTable.OpenAsync(database, job, abort) is not { } opened)
            {
                return null;
            }

            await JobTable.EndAsync(database, job, opened, JobEnd.Of(result, job, registration.Options), abort);
        }

        return result.Kind;
    }

    private async Task<Outcome?> GiveUpAsync(ClaimedJob job, CancellationToken abort)
    {
        await using var database = await scopes.OpenAsync(abort);
        if (await JobTable.OpenAsync(database, job, abort) is not { } opened)
        {
            return null;
        }

        var reason = string.Create(CultureInfo.InvariantCulture, $"Its host ended {job.Losses} times while it ran.");
        await JobTable.EndAsync(database, job, opened, JobEnd.Bury(reason), abort);
        LogSetAside(job.ToString(), job.Id, reason);
        return Outcome.Dead;
    }

    private static Outcome OutcomeOf(JobResultKind? kind) => kind switch
    {
        null => Outcome.LeaseLost,
        JobResultKind.Done => Outcome.Done,
        JobResultKind.RetryIn => Outcome.Retried,
        _ => Outcome.Discarded,
    };

    private async Task<Outcome> RecordAsync(JobRegistration registration, ClaimedJob job, Exception failure)
    {
        LogFailure(failure, job.ToString(), job.Id, job.Attempts + 1);
        var end = JobEnd.Of(failure, job, registration.Options, Random.Shared.NextDouble());
        await TryAsync(job, async database =>
        {
            if (await JobTable.OpenAsync(database, job, CancellationToken.None) is { } opened)
            {
                await JobTable.EndAsync(database, job, opened, end, CancellationToken.None);
                if (end.Dead is { } reason)
                {
                    LogSetAside(job.ToString(), job.Id, reason);
                }
            }
        });
        return end.Dead is null ? Outcome.Failed : Outcome.Dead;
    }

    /// <summary>Writes down what became of a job; when that fails as well, its lease ends by itself.</summary>
    private async Task TryAsync(ClaimedJob job, Func<TurnDatabase, Task> write)
    {
        try
        {
            await using var database = await scopes.OpenAsync(CancellationToken.None);
            await write(database);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            LogAway(job.ToString(), away.GetType().Name, (away as NpgsqlException)?.SqlState);
        }
    }

    private static JobCall CallOf(JobRegistration registration, ClaimedJob job, ITransactions? transactions) => new()
    {
        Run = new() { Id = job.Id, Key = job.Key, Attempt = job.Attempts + 1, DueAt = job.DueAt },
        Payload = JsonSerializer.Deserialize(job.Payload, registration.Json) ?? throw new JsonException("The payload is null."),
        Transactions = transactions,
        Event = registration.Event is not { } name ? null : new()
        {
            EventId = Guid.Parse(job.Key!, CultureInfo.InvariantCulture),
            Name = name.Name,
            Version = name.Version,
            PublishedAt = job.DueAt,
            Attempt = job.Attempts + 1,
        },
    };

    [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Job} {Id} ended: {Outcome}, after {Milliseconds:0.0} ms")]
    private partial void LogEnded(string job, Guid id, Outcome? outcome, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Job} {Id} was cancelled, replaced or taken over while it ran")]
    private partial void LogLost(string job, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error} {SqlState}); job {Job} is run again")]
    private partial void LogAway(string job, string error, string? sqlState);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} {Id} failed in attempt {Attempt}; nothing of it was kept")]
    private partial void LogFailure(Exception failure, string job, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} {Id} was set aside: {Reason}")]
    private partial void LogSetAside(string job, Guid id, string reason);
}
