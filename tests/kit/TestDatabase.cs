using Npgsql;

namespace DrAivBot.Testing;

/// <summary>A database of one test, dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _administrator;
    private readonly string _name;

    private TestDatabase(string administrator, string name)
    {
        _administrator = administrator;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(administrator) { Database = name, Pooling = true }.ConnectionString;
    }

    /// <summary>Npgsql connection string of a superuser to this database.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var pool = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await ExecuteAsync(_administrator, $"drop database if exists {_name} with (force)", CancellationToken.None);
    }

    internal static async Task<TestDatabase> CreateAsync(string administrator, CancellationToken cancellationToken)
    {
        var name = $"test_{Guid.CreateVersion7():n}";
        await ExecuteAsync(administrator, $"create database {name}", cancellationToken);
        return new TestDatabase(administrator, name);
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
