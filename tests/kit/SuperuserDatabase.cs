using Npgsql;

namespace DrAivBot.Testing;

/// <summary>A test's database as a superuser sees it, whom row level security does not bind.</summary>
internal sealed class SuperuserDatabase(string connectionString, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "test kit", MaxPoolSize = 8 });

    public async Task<T?> QueryAsync<T>(string sql, object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(await reader.GetFieldValueAsync<T>(0, cancellationToken));
        }

        return values;
    }

    public async Task<int> ExecuteAsync(string sql, object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task TurnClockAsync(TimeSpan time) => TurnedClock.TurnAsync(_source, time, cancellationToken);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private NpgsqlCommand Command(string sql, object[] parameters)
    {
        var command = _source.CreateCommand(sql);
        foreach (var value in parameters)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
