using System.Text;
using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Jobs;

namespace DrAivBot.Host.Jobs;

/// <summary>Schedules the jobs of one module in the transaction of its work.</summary>
internal sealed class ModuleJobs(TurnDatabase database, LoadedModule module, JobSignal signal) : IJobs
{
    private const int LongestKey = 200;
    private const int MostBytes = 64 * 1024;

    private const string Insert = """
        insert into core.jobs (company_id, id, module, name, key, payload, due_at, next_at)
        select core.company_id(), $1, $2, $3, $4, $5, due.at, due.at from (select coalesce($6, core.clock() + $7)) as due (at)
        on conflict (company_id, module, name, key) where key is not null
        """;

    private const string Keep = Insert + " do nothing";

    private const string Replace = Insert + """
         do update set id = excluded.id, payload = excluded.payload, cron = null, due_at = excluded.due_at,
            next_at = excluded.next_at, lease = null, attempts = 0, losses = 0, error = null
        """;

    private const string Follow = """
        update core.progress set job = $1 where company_id = core.company_id() and id = $2 and module = $3 and ended_at is null
        """;

    private const string ReadClock = """
        select core.clock(), (select time_zone from core.companies where company_id = core.company_id())
        """;

    private const string Recur = """
        insert into core.jobs (company_id, id, module, name, key, payload, cron, due_at, next_at)
        values (core.company_id(), $1, $2, $3, $4, $5, $6, $7, $7)
        on conflict (company_id, module, name, key) where key is not null
        do update set id = excluded.id, payload = excluded.payload, cron = excluded.cron, due_at = excluded.due_at,
            next_at = excluded.next_at, lease = null, attempts = 0, losses = 0, error = null
        """;

    private const string Delete = """
        delete from core.jobs where company_id = core.company_id() and module = $1 and name = $2 and key = $3
        """;

    public async Task<bool> ScheduleAsync<TPayload>(TPayload payload, JobTime time, CancellationToken cancellationToken)
        where TPayload : class
    {
        var job = Find<TPayload>();
        if (time is { At: not null, Delay: not null })
        {
            throw new ArgumentException("A job is due at an instant or after a delay: set At or Delay, not both.", nameof(time));
        }

        CheckKey(time.Key);
        var id = Guid.CreateVersion7();
        var stored = await InCompanyOfAsync(
            job,
            () => database.CreateHostBatch()
                .Add(
                    time is { Key: not null, OnClash: JobClash.Keep } ? Keep : Replace,
                    Sql.Value(id),
                    Sql.Value(module.Manifest.Id),
                    Sql.Value(job.Id),
                    Sql.Optional(time.Key),
                    Sql.Value(Write(job, payload)),
                    Sql.Optional(time.At),
                    Sql.Value(time.Delay ?? TimeSpan.Zero))
                .ExecuteAsync(cancellationToken),
            cancellationToken);
        if (stored > 0 && time.Progress is { } progress)
        {
            await database.CreateHostBatch()
                .Add(Follow, Sql.Value(id), Sql.Value(progress.Value), Sql.Value(module.Manifest.Id))
                .ExecuteAsync(cancellationToken);
        }

        signal.RaiseAfter(database);
        return stored > 0;
    }

    public async Task<DateTimeOffset> RecurAsync<TPayload>(TPayload payload, string key, string cron, CancellationToken cancellationToken)
        where TPayload : class
    {
        var job = Find<TPayload>();
        CheckKey(key);
        if (!CronTime.TryParse(cron, out var times))
        {
            throw new ArgumentException($"\"{cron}\" is no cron expression of five fields (minute hour day month weekday), or never comes.", nameof(cron));
        }

        return await InCompanyOfAsync(
            job,
            async () =>
            {
                var (now, zone) = await ReadClockAsync(cancellationToken);
                var next = times.Next(now, zone);
                await database.CreateHostBatch()
                    .Add(
                        Recur,
                        Sql.Value(Guid.CreateVersion7(now)),
                        Sql.Value(module.Manifest.Id),
                        Sql.Value(job.Id),
                        Sql.Value(key),
                        Sql.Value(Write(job, payload)),
                        Sql.Value(cron),
                        Sql.Value(next))
                    .ExecuteAsync(cancellationToken);
                return next;
            },
            cancellationToken);
    }

    public async Task<bool> CancelAsync<TPayload>(string key, CancellationToken cancellationToken)
        where TPayload : class
    {
        var job = Find<TPayload>();
        CheckKey(key);
        return await InCompanyOfAsync(
            job,
            () => database.CreateHostBatch()
                .Add(Delete, Sql.Value(module.Manifest.Id), Sql.Value(job.Id), Sql.Value(key))
                .ExecuteAsync(cancellationToken),
            cancellationToken) > 0;
    }

    private JobRegistration Find<TPayload>() =>
        module.Jobs.FirstOrDefault(job => job.Event is null && job.PayloadType == typeof(TPayload))
        ?? throw new InvalidOperationException(
            $"Module '{module.Manifest.Id}' has no job with the payload {typeof(TPayload).Name}. Declare it with AddJob<…, {typeof(TPayload).Name}>(\"id\").");

    /// <summary>A job of the deployment is stored under no company's id, and the work goes on in its own company.</summary>
    private async Task<T> InCompanyOfAsync<T>(JobRegistration job, Func<Task<T>> act, CancellationToken cancellationToken)
    {
        var company = database.Company;
        if (job.Options.Scope == JobScope.Company)
        {
            return company is not null ? await act() : throw new InvalidOperationException(
                $"Job '{job}' belongs to a company, and this work has none. Schedule it in work of a company, or declare it with Scope = JobScope.Deployment.");
        }

        await database.UseCompanyAsync(ClaimedJob.NoCompany, cancellationToken);
        var result = await act();
        await database.UseCompanyAsync(company, cancellationToken);
        return result;
    }

    private async Task<(DateTimeOffset Now, string? Zone)> ReadClockAsync(CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(ReadClock).ReadAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (new(reader.GetDateTime(0)), Sql.TextOrNull(reader, 1));
    }

    private static void CheckKey(string? key)
    {
        if (key is not null && (key.Length is 0 or > LongestKey || key[0] == '@'))
        {
            throw new ArgumentException($"The key of a job has 1 to {LongestKey} characters and does not start with @. Use the id of what the job is about.", nameof(key));
        }
    }

    private static string Write(JobRegistration job, object payload)
    {
        var json = JsonSerializer.Serialize(payload, job.Json);
        return Encoding.UTF8.GetByteCount(json) <= MostBytes
            ? json
            : throw new InvalidOperationException($"The payload of job '{job}' is larger than 64 KiB. Keep ids in it and the rest in a table.");
    }
}
