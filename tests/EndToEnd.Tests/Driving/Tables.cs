using Npgsql;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>What the database holds, seen past row level security.</summary>
internal sealed class Tables(string connectionString) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>The entries of a person's journal in the order they took effect.</summary>
    public async Task<IReadOnlyList<string>> EntriesAsync(long userId)
    {
        await using var command = _source.CreateCommand("""
            select e.text from journal.entries e join core.users u on u.company_id = e.company_id
            where u.telegram_id = $1 order by e.id
            """);
        command.Parameters.AddWithValue(userId);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var entries = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            entries.Add(reader.GetString(0));
        }

        return entries;
    }

    /// <summary>Waits until nothing is left to handle or to send.</summary>
    public Task SettleAsync(TimeSpan within) => Until.TrueAsync(
        async () => await ReadAsync<long>("select (select count(*) from core.inbox) + (select count(*) from core.outbox)") == 0,
        within,
        async () => await ReadAsync<string>("""
            select format('inbox and outbox were empty; left: %s updates, %s messages, first %s',
                (select count(*) from core.inbox), (select count(*) from core.outbox),
                (select left(payload, 300) from core.outbox order by id limit 1))
            """));

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
