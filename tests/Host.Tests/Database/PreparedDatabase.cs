using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DrAivBot.Host.Tests.Database;

/// <summary>A database of its own with the foundation of core, and a module 'planner' as the test needs it.</summary>
internal sealed class PreparedDatabase : IAsyncDisposable
{
    public const string Module = "planner";

    public const string Events =
        """
        create table planner.events (
            company_id uuid not null,
            id uuid not null,
            title text not null,
            primary key (company_id, id));
        select core.isolate('planner.events');
        """;

    private readonly TestDatabase _database;

    private PreparedDatabase(TestDatabase database, DatabaseAccess access)
    {
        (_database, Access) = (database, access);
        Runner = new MigrationRunner(access, NullLogger<MigrationRunner>.Instance);
    }

    public static CompanyId A { get; } = new(Guid.Parse("0198c000-0000-7000-8000-00000000000a"));

    public static CompanyId B { get; } = new(Guid.Parse("0198c000-0000-7000-8000-00000000000b"));

    public DatabaseAccess Access { get; }

    public MigrationRunner Runner { get; }

    /// <summary>A superuser's.</summary>
    public string ConnectionString => _database.ConnectionString;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PreparedDatabase> CreateAsync(PostgresFixture postgres, PoolOptions? options = null)
    {
        var database = await postgres.CreateDatabaseAsync(Cancellation);
        var access = await DatabaseBootstrap.EnsureAsync(
            database.ConnectionString, options ?? new PoolOptions { MinPoolSize = 0 }, NullLogger.Instance, Cancellation);
        var prepared = new PreparedDatabase(database, access);
        await prepared.Runner.MigrateAsync(Core(), Cancellation);
        return prepared;
    }

    /// <summary>With one table of the module and a row of each company in it.</summary>
    public static async Task<PreparedDatabase> WithEventsAsync(
        PostgresFixture postgres, string moreSql = "", PoolOptions? options = null)
    {
        var prepared = await CreateAsync(postgres, options);
        await prepared.MigrateAsync(Events + moreSql);
        foreach (var (company, title) in new[] { (A, "of A"), (B, "of B") })
        {
            await prepared.AsModuleAsync(company, $"insert into planner.events values ('{company}', gen_random_uuid(), '{title}')");
        }

        return prepared;
    }

    public static MigrationTarget Core(params string[] more) => new(MigrationTarget.Core, MigrationTarget.Core,
        [MigrationScripts.FromAssembly(typeof(MigrationRunner).Assembly, "Migrations")[0], .. Scripts(2, more)]);

    public static MigrationTarget Planner(params string[] scripts) => new(Module, Module, [.. Scripts(1, scripts)]);

    public Task<IReadOnlyList<MigrationScript>> MigrateAsync(params string[] scripts) =>
        Runner.MigrateAsync(Planner(scripts), Cancellation);

    /// <summary>The refusal of the module's scripts, in words.</summary>
    public async Task<string> RefusalAsync(params string[] scripts) =>
        (await Assert.ThrowsAsync<MigrationRefusedException>(() => MigrateAsync(scripts))).Message;

    /// <summary>Runs a statement in a turn of the module and commits it.</summary>
    public async Task<object?> AsModuleAsync(CompanyId? company, string sql)
    {
        await using var turn = await TurnDatabase.OpenAsync(Access, Cancellation);
        await turn.UseCompanyAsync(company, Cancellation);
        await using var command = new NpgsqlCommand(sql, await turn.AsModuleAsync(Module, Cancellation));
        var result = await command.ExecuteScalarAsync(Cancellation);
        await turn.CommitAsync(Cancellation);
        return result;
    }

    /// <summary>Asks as a superuser, to whom row level security does not apply.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await Access.Admin.OpenConnectionAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Access.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static IEnumerable<MigrationScript> Scripts(int first, string[] scripts) =>
        scripts.Select((sql, i) => new MigrationScript(first + i, $"step{first + i}", sql));
}
