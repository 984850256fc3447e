using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Jobs;

/// <summary>
/// One job's row, in a transaction of its company: locked for as long as a transaction of the job lasts, so that nobody
/// takes it meanwhile, and ended only by whoever holds its lease.
/// </summary>
internal static class JobTable
{
    private const string Mine = "company_id = core.company_id() and id = $1 and lease = $2";

    private const string Lock = $"""
        select core.clock(), (select time_zone from core.companies where company_id = core.company_id()) from core.jobs where {Mine} for update
        """;

    /// <summary>Lets the lease be renewed meanwhile, but neither taken over nor ended.</summary>
    private const string Hold = $"""
        select core.clock(), (select time_zone from core.companies where company_id = core.company_id()) from core.jobs where {Mine} for key share
        """;

    private const string Delete = $"delete from core.jobs where {Mine}";

    private const string Retry = $"""
        update core.jobs set lease = null, attempts = attempts + 1, error = $4, next_at = core.clock() + $3 where {Mine}
        """;

    private const string Recur = $"""
        update core.jobs set id = $3, due_at = $4, next_at = $4, lease = null, attempts = 0, losses = 0, error = null where {Mine}
        """;

    private const string Release = $"update core.jobs set lease = null, next_at = core.clock() where {Mine}";

    /// <summary>The company's row is locked: who switches the module on at the same moment either finds the job or is seen here.</summary>
    private const string Park = $"""
        with company as materialized (select modules_off from core.companies where company_id = core.company_id() for share)
        update core.jobs set lease = null, next_at = case when module = any (select unnest(modules_off) from company) then 'infinity' else core.clock() end
        where {Mine}
        """;

    private const string Bury = """
        insert into core.dead_jobs (company_id, id, module, name, key, payload, cron, due_at, attempts, reason)
        values (core.company_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string TellOfFailure = """
        update core.progress set payload = failure, has_changed = true where company_id = core.company_id() and job = $1 and ended_at is null
        """;

    /// <summary>Locks the job for its last transaction.</summary>
    /// <returns>Null when the lease is gone: somebody else has the job, or nobody.</returns>
    public static async Task<OpenedJob?> OpenAsync(TurnDatabase database, ClaimedJob job, CancellationToken cancellationToken)
    {
        await database.UseCompanyAsync(job.Company, cancellationToken);
        await using var reader = await database.CreateHostBatch()
            .Add(Lock, Sql.Value(job.Id), Sql.Value(job.Lease))
            .ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(new(reader.GetDateTime(0)), Sql.TextOrNull(reader, 1)) : null;
    }

    /// <summary>Keeps the job from others for a transaction that does not end it.</summary>
    /// <returns>The job; null when the lease is gone.</returns>
    public static async Task<OpenedJob?> HoldAsync(TurnDatabase database, ClaimedJob job, CancellationToken cancellationToken)
    {
        await database.UseCompanyAsync(job.Company, cancellationToken);
        await using var reader = await database.CreateHostBatch()
            .Add(Hold, Sql.Value(job.Id), Sql.Value(job.Lease))
            .ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(new(reader.GetDateTime(0)), Sql.TextOrNull(reader, 1)) : null;
    }

    /// <summary>Ends the run and commits, with whatever the job wrote. A job that replaced or cancelled itself is left as it made itself.</summary>
    public static async Task EndAsync(TurnDatabase database, ClaimedJob job, OpenedJob opened, JobEnd end, CancellationToken cancellationToken)
    {
        await database.UseCompanyAsync(job.Company, cancellationToken);
        var batch = database.CreateHostBatch();
        if (end.Dead is { } reason)
        {
            batch.Add(
                Bury,
                Sql.Value(job.Id),
                Sql.Value(job.Module),
                Sql.Value(job.Name),
                Sql.Optional(job.Key),
                Sql.Value(job.Payload),
                Sql.Optional(job.Cron),
                Sql.Value(job.DueAt),
                Sql.Value(job.Attempts + 1),
                Sql.Value(reason));
            batch.Add(TellOfFailure, Sql.Value(job.Id));
        }

        if (end.RetryIn is { } delay)
        {
            batch.Add(Retry, Sql.Value(job.Id), Sql.Value(job.Lease), Sql.Value(delay), Sql.Optional(end.Error));
        }
        else if (NextTime(job, opened) is { } next)
        {
            batch.Add(Recur, Sql.Value(job.Id), Sql.Value(job.Lease), Sql.Value(Guid.CreateVersion7(opened.Now)), Sql.Value(next));
        }
        else
        {
            batch.Add(Delete, Sql.Value(job.Id), Sql.Value(job.Lease));
        }

        await batch.ExecuteAndCommitAsync(cancellationToken);
    }

    /// <summary>Gives the job back as it was.</summary>
    public static async Task ReleaseAsync(TurnDatabase database, ClaimedJob job, CancellationToken cancellationToken)
    {
        await database.UseCompanyAsync(job.Company, cancellationToken);
        await database.CreateHostBatch().Add(Release, Sql.Value(job.Id), Sql.Value(job.Lease)).ExecuteAndCommitAsync(cancellationToken);
    }

    /// <summary>Lets the job wait until its company switches its module on again.</summary>
    public static async Task ParkAsync(TurnDatabase database, ClaimedJob job, CancellationToken cancellationToken)
    {
        await database.UseCompanyAsync(job.Company, cancellationToken);
        await database.CreateHostBatch().Add(Park, Sql.Value(job.Id), Sql.Value(job.Lease)).ExecuteAndCommitAsync(cancellationToken);
    }

    private static DateTimeOffset? NextTime(ClaimedJob job, OpenedJob opened) =>
        job.Cron is { } text && CronTime.TryParse(text, out var cron) ? cron.Next(opened.Now, opened.TimeZone) : null;
}
