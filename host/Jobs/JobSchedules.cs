using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Jobs;

namespace DrAivBot.Host.Jobs;

/// <summary>Sees to it that every job that recurs by itself is there: once in all, or once in each company.</summary>
internal sealed class JobSchedules(DatabaseAccess access)
{
    private const string ReadClock = "select core.clock()";

    private const string FindMissing = "select company_id, time_zone from core.unscheduled($1, $2, $3)";

    private const string Schedule = "select core.schedule_jobs($1, $2, $3, $4, $5, $6)";

    private const string Forget = "select core.unschedule_jobs($1, $2)";

    /// <summary>Adds what is missing, and takes away what the modules no longer declare.</summary>
    public async Task EnsureAsync(IReadOnlyCollection<LoadedModule> modules, CancellationToken cancellationToken)
    {
        foreach (var module in modules)
        {
            var recurring = module.Jobs.Where(job => job.Options.Cron is not null).ToList();
            await using var forget = access.Host.CreateCommand(Forget);
            Sql.AddTo(forget.Parameters, Sql.Value(module.Manifest.Id), Sql.Values([.. recurring.Select(job => job.Id)]));
            await forget.ExecuteNonQueryAsync(cancellationToken);
            foreach (var job in recurring)
            {
                await EnsureAsync(job, cancellationToken);
            }
        }
    }

    private async Task EnsureAsync(JobRegistration job, CancellationToken cancellationToken)
    {
        var places = job.Options.Scope == JobScope.Deployment
            ? [(ClaimedJob.NoCompany.Value, null)]
            : await FindMissingAsync(job, cancellationToken);
        if (places.Count == 0 || !CronTime.TryParse(job.Options.Cron!, out var cron))
        {
            return;
        }

        var now = await ReadClockAsync(cancellationToken);
        await using var command = access.Host.CreateCommand(Schedule);
        Sql.AddTo(
            command.Parameters,
            Sql.Value(job.Module.Manifest.Id),
            Sql.Value(job.Id),
            Sql.Value(job.Options.Cron!),
            Sql.Values([.. places.Select(place => place.Company)]),
            Sql.Values([.. places.Select(_ => Guid.CreateVersion7(now))]),
            Sql.Values([.. places.Select(place => cron.Next(now, place.TimeZone))]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<(Guid Company, string? TimeZone)>> FindMissingAsync(JobRegistration job, CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(FindMissing);
        Sql.AddTo(command.Parameters, Sql.Value(job.Module.Manifest.Id), Sql.Value(job.Id), Sql.Value(job.Options.Cron!));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var missing = new List<(Guid, string?)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            missing.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        return missing;
    }

    private async Task<DateTimeOffset> ReadClockAsync(CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(ReadClock);
        return new((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
    }
}
