using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DrAivBot.Host.Tests.Modules;

/// <summary>Real modules on a real database.</summary>
public sealed class ModuleMigrationTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Modules_with_broken_migrations_are_refused_and_the_good_one_has_its_table()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await postgres.CreateDatabaseAsync(token);
        await using var access = await DatabaseBootstrap.EnsureAsync(
            database.ConnectionString, new PoolOptions(), NullLogger.Instance, token);
        var runner = new MigrationRunner(access, NullLogger<MigrationRunner>.Instance);
        await runner.MigrateAsync(
            new MigrationTarget("core", MigrationTarget.Core, MigrationScripts.FromAssembly(typeof(MigrationRunner).Assembly, "Migrations")), token);

        await using var modules = new TestModules { Migrate = runner.MigrateAsync };
        await modules.With("bad_migration", "BadMigration").With("no_rls", "NoRls").With("notes", "Notes").LoadAsync();

        Assert.Equal(ModuleState.Refused, modules["bad_migration"].State);
        Assert.Contains("0002_mistake", modules["bad_migration"].Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Refused, modules["no_rls"].State);
        Assert.Contains("open_to_all", modules["no_rls"].Reason, StringComparison.Ordinal);
        Assert.Equal(ModuleState.Active, modules["notes"].State);
        Assert.Equal(["notes.notes"], await TablesAsync(database.ConnectionString, token));
    }

    [Fact]
    public async Task A_database_that_goes_away_while_a_module_migrates_ends_the_start_instead_of_refusing_the_module()
    {
        await using var modules = new TestModules
        {
            Migrate = (_, _) => throw new NpgsqlException("Exception while writing to stream", new IOException("Broken pipe")),
        };
        await Assert.ThrowsAsync<NpgsqlException>(() => modules.With("notes", "Notes").LoadAsync());
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(
            "select array(select format('%s.%s', schemaname, tablename) from pg_tables where schemaname in ('notes', 'no_rls'))");
        return (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
