using System.Diagnostics.Metrics;
using DrAivBot.Host.Database;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Operator;

/// <summary>
/// What the database alone knows: how long the queues are and how old their heads, how many sessions live, who was
/// active. Asked when somebody collects metrics, so that a host nobody watches pays nothing. While the database is away
/// these gauges are absent instead of old.
/// </summary>
internal sealed class StoredFigures
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const string CountQueues = """
        select 'inbox', count(*), coalesce(greatest(extract(epoch from now() - min(received_at)), 0), 0)::float8 from core.inbox where bot_id = $1
        union all
        select 'outbox', count(*), coalesce(greatest(extract(epoch from now() - min(created_at)), 0), 0)::float8 from core.outbox where bot_id = $1
        union all
        select 'set_aside_' || kind, count(*), coalesce(greatest(extract(epoch from now() - min(set_aside_at)), 0), 0)::float8
        from core.set_aside where bot_id = $1 group by kind
        union all
        select queue.name, queue.depth, queue.oldest
        from core.job_figures() as jobs cross join lateral (
            values ('jobs', jobs.due, jobs.oldest), ('set_aside_job', jobs.dead, 0)) as queue (name, depth, oldest)
        """;

    /// <summary>A session ends a fixed time after its user's last turn, so its end tells when that was.</summary>
    private const string CountPeople = """
        select count(*), count(*) filter (where expires_at > now() + $1) from core.sessions where expires_at > now()
        """;

    private readonly DatabaseAccess _access;
    private readonly BotIdentity _bot;
    private readonly CachedAnswer<IReadOnlyList<Queue>> _queues;
    private readonly CachedAnswer<People> _people;

    public StoredFigures(DatabaseAccess access, BotIdentity bot, IMeterFactory meters)
    {
        (_access, _bot) = (access, bot);
        _queues = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(3), ReadQueuesAsync);
        _people = new(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30), ReadPeopleAsync);
        var meter = meters.Create(HostMetrics.MeterName);
        meter.CreateObservableGauge("draivbot.database.up", () => _queues.Latest is null ? 0 : 1, null, "Whether the database answered the last time figures were read.");
        meter.CreateObservableGauge("draivbot.queue.depth", ObserveDepths, null, "What waits: updates, messages, jobs.");
        meter.CreateObservableGauge("draivbot.queue.oldest.age", ObserveAges, "s", "How long the oldest of what waits has waited.");
        meter.CreateObservableGauge("draivbot.set.aside", ObserveSetAside, null, "Updates and deliveries set aside and still stored.");
        meter.CreateObservableGauge("draivbot.sessions.alive", () => Observe(people => people.Sessions), null, "Sessions that have not ended.");
        meter.CreateObservableGauge("draivbot.users.active", () => Observe(people => people.Active), null, "Users with a turn in the last hour.");
    }

    /// <summary>Reads what is old; to be called before the gauges are collected.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => Task.WhenAll(
        _queues.RefreshAsync(Patience, cancellationToken), _people.RefreshAsync(Patience, cancellationToken));

    private async Task<IReadOnlyList<Queue>> ReadQueuesAsync(CancellationToken cancellationToken)
    {
        await using var command = _access.Host.CreateCommand(CountQueues);
        command.Parameters.Add(Sql.Value(_bot.Id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var queues = new List<Queue>();
        while (await reader.ReadAsync(cancellationToken))
        {
            queues.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetDouble(2)));
        }

        return queues;
    }

    private async Task<People> ReadPeopleAsync(CancellationToken cancellationToken)
    {
        await using var command = _access.Host.CreateCommand(CountPeople);
        command.Parameters.Add(Sql.Value(Session.Lifetime - TimeSpan.FromHours(1)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt64(0), reader.GetInt64(1));
    }

    private IEnumerable<Measurement<long>> ObserveDepths() =>
        Waiting().Select(queue => new Measurement<long>(queue.Depth, new KeyValuePair<string, object?>("queue", queue.Name)));

    private IEnumerable<Measurement<double>> ObserveAges() =>
        Waiting().Select(queue => new Measurement<double>(queue.OldestSeconds, new KeyValuePair<string, object?>("queue", queue.Name)));

    private IEnumerable<Measurement<long>> ObserveSetAside() => (_queues.Latest ?? [])
        .Where(queue => IsSetAside(queue))
        .Select(queue => new Measurement<long>(queue.Depth, new KeyValuePair<string, object?>("kind", queue.Name["set_aside_".Length..])));

    private IEnumerable<Measurement<long>> Observe(Func<People, long> figure) => _people.Latest is { } people ? [new(figure(people))] : [];

    private IEnumerable<Queue> Waiting() => (_queues.Latest ?? []).Where(queue => !IsSetAside(queue));

    private static bool IsSetAside(Queue queue) => queue.Name.StartsWith("set_aside_", StringComparison.Ordinal);

    private sealed record Queue(string Name, long Depth, double OldestSeconds);

    private sealed record People(long Sessions, long Active);
}
