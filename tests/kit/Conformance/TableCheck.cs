using DrAivBot.Host.Database;
using Npgsql;

namespace DrAivBot.Testing.Conformance;

/// <summary>The host's lint over the module's schema, and a look at its rows under its own role without a company.</summary>
internal sealed class TableCheck(PostgresFixture postgres, TestModule module)
{
    private const string Tables = """
        select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'v', 'm') and c.relnamespace = $1::regnamespace order by 1
        """;

    public async Task<IReadOnlyList<ConformanceFinding>> RunAsync(CancellationToken cancellationToken)
    {
        using var built = await BuiltAssembly.OpenAsync(module, cancellationToken);
        var scripts = MigrationScripts.FromAssembly(built.Assembly, "Migrations");
        if (scripts.Count == 0)
        {
            return [];
        }

        await using var database = await CleanDatabase.CreateAsync(postgres, cancellationToken);
        try
        {
            await database.MigrateAsync(module.Id, scripts, cancellationToken);
        }
        catch (MigrationRefusedException refused)
        {
            return [.. refused.Message.Split("\n- ").Skip(1).DefaultIfEmpty(refused.Message).Select(line => new ConformanceFinding(
                line, "Migrations/", "The guide's section \"Tables\" lists what the lint refuses and how it is written instead."))];
        }

        await SampleRows.AddAsync(database, module.Id, cancellationToken);
        return await FindVisibleAsync(database, cancellationToken);
    }

    private async Task<IReadOnlyList<ConformanceFinding>> FindVisibleAsync(CleanDatabase database, CancellationToken cancellationToken)
    {
        var findings = new List<ConformanceFinding>();
        var tables = await database.ListAsync(Tables, cancellationToken, module.Id);
        await using var turn = await TurnDatabase.OpenAsync(database.Access, cancellationToken);
        var connection = await turn.AsModuleAsync(module.Id, cancellationToken);
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is > 0L)
            {
                findings.Add(new(
                    $"{table} shows rows to work that has no company.", table, $"Write select core.isolate('{table}') after its create table."));
            }
        }

        return findings;
    }
}
