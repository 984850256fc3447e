using DrAivBot.Host.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DrAivBot.Testing.Conformance;

/// <summary>A database as a host makes it, before any module came.</summary>
internal sealed class CleanDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly MigrationRunner _runner;

    private CleanDatabase(TestDatabase database, DatabaseAccess access)
    {
        (_database, Access) = (database, access);
        _runner = new(access, NullLogger<MigrationRunner>.Instance);
        Superuser = NpgsqlDataSource.Create(database.ConnectionString);
    }

    public DatabaseAccess Access { get; }

    public NpgsqlDataSource Superuser { get; }

    public static async Task<CleanDatabase> CreateAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var database = await postgres.CreateDatabaseAsync(cancellationToken);
        var access = await DatabaseBootstrap.EnsureAsync(
            database.ConnectionString, new PoolOptions { MinPoolSize = 0 }, NullLogger.Instance, cancellationToken);
        var clean = new CleanDatabase(database, access);
        await clean.MigrateAsync(MigrationTarget.Core, MigrationScripts.FromAssembly(typeof(MigrationRunner).Assembly, "Migrations"), cancellationToken);
        return clean;
    }

    /// <exception cref="MigrationRefusedException">A script or the lint refused.</exception>
    public Task MigrateAsync(string owner, IReadOnlyList<MigrationScript> scripts, CancellationToken cancellationToken) =>
        _runner.MigrateAsync(new(owner, owner, scripts), cancellationToken);

    public async Task<IReadOnlyList<string>> ListAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Superuser.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Superuser.DisposeAsync();
        await Access.DisposeAsync();
        await _database.DisposeAsync();
    }
}
