using Npgsql;

namespace DrAivBot.Chaos;

/// <summary>What the database holds after a run, seen past row level security.</summary>
internal sealed record Findings
{
    private const string Effects = """
        select u.telegram_id, e.text, e.turn_number from chaos.effects e
        join core.members m on m.company_id = e.company_id join core.users u on u.id = m.user_id order by e.id
        """;

    private const string SetAsides = "select update_id, incident, error, attempts from core.set_aside where kind = 'update'";

    private const string Left = "select (select count(*) from core.inbox), (select count(*) from core.outbox)";

    /// <summary>The effects in the order in which they happened.</summary>
    public required IReadOnlyList<(long TelegramId, string Text, int TurnNumber)> Effected { get; init; }

    /// <summary>The updates that were set aside.</summary>
    public required IReadOnlyDictionary<long, (string Incident, string Error, int Attempts)> SetAside { get; init; }

    public required IReadOnlySet<long> Seen { get; init; }

    /// <summary>Updates that wait still, with their attempts.</summary>
    public required IReadOnlyDictionary<long, int> Inbox { get; init; }

    public required long Companies { get; init; }

    public required long Outbox { get; init; }

    public required long DeliveriesSetAside { get; init; }

    /// <summary>How much is not yet handled or sent.</summary>
    public static async Task<(long Updates, long Messages)> CountLeftAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        var left = await ReadAsync(source, Left, row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken);
        return left[0];
    }

    public static async Task<Findings> ReadAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        return new()
        {
            Effected = await ReadAsync(source, Effects, row => (row.GetInt64(0), row.GetString(1), row.GetInt32(2)), cancellationToken),
            SetAside = (await ReadAsync(
                source, SetAsides, row => (Id: row.GetInt64(0), (row.GetString(1), row.GetString(2), row.GetInt32(3))), cancellationToken))
                .ToDictionary(row => row.Id, row => row.Item2),
            Seen = (await ReadAsync(source, "select update_id from core.seen", row => row.GetInt64(0), cancellationToken)).ToHashSet(),
            Inbox = (await ReadAsync(
                source, "select update_id, attempts from core.inbox", row => (Id: row.GetInt64(0), Attempts: row.GetInt32(1)), cancellationToken))
                .ToDictionary(row => row.Id, row => row.Attempts),
            Companies = await CountAsync(source, "core.companies", cancellationToken),
            Outbox = await CountAsync(source, "core.outbox", cancellationToken),
            DeliveriesSetAside = await CountAsync(source, "core.set_aside where kind = 'delivery'", cancellationToken),
        };
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string what, CancellationToken cancellationToken) =>
        (await ReadAsync(source, "select count(*) from " + what, row => row.GetInt64(0), cancellationToken))[0];

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
