using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Work;

/// <summary>
/// Which modules a company has switched off. What waits for such a module, jobs, events and held notifications, stays and
/// is due again when it is switched on; what recurs goes on with its next time.
/// </summary>
internal sealed class CompanyModulesTable(TurnDatabase database, JobSignal jobs)
{
    private const string Off = "infinity";

    private const string Add = """
        update core.companies
        set modules_off = (select array_agg(distinct id order by id) from unnest(modules_off || $1) as off (id))
        where company_id = core.company_id()
        returning array_to_string(modules_off, ',')
        """;

    private const string Remove = """
        update core.companies
        set modules_off = (select array_agg(id order by id) from unnest(modules_off) as off (id) where id <> $1)
        where company_id = core.company_id()
        returning array_to_string(modules_off, ',')
        """;

    private const string ParkJobs = $"""
        update core.jobs set next_at = '{Off}' where company_id = core.company_id() and module = $1 and lease is null
        """;

    private const string ParkNotifications = $"""
        update core.notifications set due_at = '{Off}', turn_at = null where company_id = core.company_id() and module = $1 and state = 0
        """;

    private const string FindRecurring = $"""
        select j.id, j.cron, c.time_zone, core.clock()
        from core.jobs j join core.companies c on c.company_id = j.company_id
        where j.company_id = core.company_id() and j.module = $1 and j.next_at = '{Off}' and j.cron is not null
        """;

    private const string Resume = """
        update core.jobs j set due_at = next.at, next_at = next.at
        from unnest($1::uuid[], $2::timestamptz[]) as next (id, at)
        where j.company_id = core.company_id() and j.id = next.id
        """;

    private const string ReleaseJobs = $"""
        update core.jobs set next_at = due_at where company_id = core.company_id() and module = $1 and next_at = '{Off}'
        """;

    private const string ReleaseNotifications = $"""
        update core.notifications set due_at = core.clock() where company_id = core.company_id() and module = $1 and state = 0 and due_at = '{Off}'
        """;

    /// <summary>Switches a module off for the company of the work.</summary>
    /// <returns>All that are off now, parted by commas.</returns>
    public async Task<string?> SwitchOffAsync(string module, CancellationToken cancellationToken)
    {
        var off = await ChangeAsync(Add, module, cancellationToken);
        await database.CreateHostBatch()
            .Add(ParkJobs, Sql.Value(module))
            .Add(ParkNotifications, Sql.Value(module))
            .ExecuteAsync(cancellationToken);
        return off;
    }

    /// <summary>Switches a module on again.</summary>
    /// <returns>All that are off now, parted by commas; null for none.</returns>
    public async Task<string?> SwitchOnAsync(string module, CancellationToken cancellationToken)
    {
        var off = await ChangeAsync(Remove, module, cancellationToken);
        var (ids, times) = await FindRecurringAsync(module, cancellationToken);
        await database.CreateHostBatch()
            .Add(Resume, Sql.Values([.. ids]), Sql.Values([.. times]))
            .Add(ReleaseJobs, Sql.Value(module))
            .Add(ReleaseNotifications, Sql.Value(module))
            .ExecuteAsync(cancellationToken);
        jobs.RaiseAfter(database);
        return off;
    }

    private async Task<string?> ChangeAsync(string sql, string module, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(sql, Sql.Value(module)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Sql.TextOrNull(reader, 0) : null;
    }

    private async Task<(List<Guid> Ids, List<DateTimeOffset> Times)> FindRecurringAsync(string module, CancellationToken cancellationToken)
    {
        var (ids, times) = (new List<Guid>(), new List<DateTimeOffset>());
        await using var reader = await database.CreateHostBatch().Add(FindRecurring, Sql.Value(module)).ReadAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (CronTime.TryParse(reader.GetString(1), out var cron))
            {
                ids.Add(reader.GetGuid(0));
                times.Add(cron.Next(new(reader.GetDateTime(3)), reader.GetString(2)));
            }
        }

        return (ids, times);
    }
}
