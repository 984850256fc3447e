using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using Npgsql;

namespace DrAivBot.Host.Jobs;

/// <summary>Takes what is due for a while, and makes the while longer. Looks across companies, through the definer's functions.</summary>
internal sealed class JobClaims(DatabaseAccess access)
{
    /// <summary>How long a host that is gone keeps a job from the others.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const string Claim = """
        select company_id, id, module, name, key, payload, cron, due_at, attempts, losses, scanned_to, is_off
        from core.claim_jobs($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string Renew = "select core.renew_jobs($1, $2, $3, $4)";

    /// <summary>Takes jobs that are due.</summary>
    /// <param name="handled">The jobs this host can run; the module of the first goes first.</param>
    /// <param name="room">How many of each module at most.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">The company after which to go on, so that companies take turns.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The jobs, and the company after which to go on next time.</returns>
    public async Task<(IReadOnlyList<ClaimedJob> Jobs, Guid After)> ClaimAsync(
        IReadOnlyList<JobRegistration> handled, IReadOnlyDictionary<string, int> room, int limit, Guid after, CancellationToken cancellationToken)
    {
        var lease = Guid.NewGuid();
        await using var command = access.Host.CreateCommand(Claim);
        Sql.AddTo(
            command.Parameters,
            Sql.Values([.. handled.Select(job => job.Module.Manifest.Id)]),
            Sql.Values([.. handled.Select(job => job.Id)]),
            Sql.Values([.. handled.Select(job => room[job.Module.Manifest.Id])]),
            Sql.Value(limit),
            Sql.Value(lease),
            Sql.Value(Lease),
            Sql.Value(after));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<ClaimedJob>();
        while (await reader.ReadAsync(cancellationToken))
        {
            jobs.Add(Read(reader, lease));
            after = reader.GetGuid(10);
        }

        return (jobs, after);
    }

    /// <summary>Makes leases last.</summary>
    /// <returns>The ids of the jobs still held; the others were taken over, replaced or cancelled.</returns>
    public async Task<IReadOnlySet<Guid>> RenewAsync(IReadOnlyCollection<ClaimedJob> jobs, CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(Renew);
        Sql.AddTo(
            command.Parameters,
            Sql.Values([.. jobs.Select(job => job.Company.Value)]),
            Sql.Values([.. jobs.Select(job => job.Id)]),
            Sql.Values([.. jobs.Select(job => job.Lease)]),
            Sql.Value(Lease));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var held = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            held.Add(reader.GetGuid(0));
        }

        return held;
    }

    private static ClaimedJob Read(NpgsqlDataReader reader, Guid lease) => new()
    {
        Company = new(reader.GetGuid(0)),
        Id = reader.GetGuid(1),
        Lease = lease,
        Module = reader.GetString(2),
        Name = reader.GetString(3),
        Key = Sql.TextOrNull(reader, 4),
        Payload = reader.GetString(5),
        Cron = Sql.TextOrNull(reader, 6),
        DueAt = new(reader.GetDateTime(7)),
        Attempts = reader.GetInt32(8),
        Losses = reader.GetInt32(9),
        IsOff = reader.GetBoolean(11),
    };
}
