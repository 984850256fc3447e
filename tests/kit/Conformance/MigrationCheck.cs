using DrAivBot.Host.Database;
using Npgsql;

namespace DrAivBot.Testing.Conformance;

/// <summary>Runs the migrations from an empty database and from each older version with rows in it; the schema must come out the same.</summary>
internal sealed class MigrationCheck(PostgresFixture postgres, TestModule module)
{
    private const string Shape = """
        select format('%s.%s %s%s default %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then ' not null' else '' end, pg_get_expr(d.adbin, d.adrelid))
        from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
        union all select pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace = $1::regnamespace
        union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where connamespace = $1::regnamespace
        union all select format('%s %s %s', tablename, policyname, qual) from pg_policies where schemaname = $1
        order by 1
        """;

    public async Task<IReadOnlyList<ConformanceFinding>> RunAsync(CancellationToken cancellationToken)
    {
        using var built = await BuiltAssembly.OpenAsync(module, cancellationToken);
        var scripts = MigrationScripts.FromAssembly(built.Assembly, "Migrations");
        if (scripts.Count == 0)
        {
            return [];
        }

        var (expected, finding) = await ReplayAsync(scripts, 0, cancellationToken);
        var findings = new List<ConformanceFinding?> { finding };
        for (var from = 1; from < scripts.Count && finding is null; from++)
        {
            var (shape, wrong) = await ReplayAsync(scripts, from, cancellationToken);
            findings.Add(wrong ?? Compare(expected, shape, scripts[from - 1].File));
        }

        return [.. findings.OfType<ConformanceFinding>()];
    }

    private async Task<(IReadOnlyList<string> Shape, ConformanceFinding? Finding)> ReplayAsync(
        IReadOnlyList<MigrationScript> scripts, int from, CancellationToken cancellationToken)
    {
        await using var database = await CleanDatabase.CreateAsync(postgres, cancellationToken);
        try
        {
            if (from > 0)
            {
                await database.MigrateAsync(module.Id, [.. scripts.Take(from)], cancellationToken);
                await SampleRows.AddAsync(database, module.Id, cancellationToken);
            }

            await database.MigrateAsync(module.Id, scripts, cancellationToken);
            await database.MigrateAsync(module.Id, scripts, cancellationToken);
            return (await database.ListAsync(Shape, cancellationToken, module.Id), null);
        }
        catch (Exception refused) when (refused is MigrationRefusedException or PostgresException)
        {
            return ([], new(
                $"Migrations do not run: {refused.Message}",
                from == 0 ? "Migrations/, from an empty database" : $"Migrations/, from a database that stands at {scripts[from - 1].File} and has rows",
                "Companies already have rows: give a new column a default, or fill it in the same file before it becomes not null. "
                + "A released file never changes; the mistake is mended in the file that is not released yet."));
        }
    }

    private static ConformanceFinding? Compare(IReadOnlyList<string> expected, IReadOnlyList<string> shape, string from) =>
        expected.Except(shape).Concat(shape.Except(expected)).FirstOrDefault() is { } difference
            ? new(
                $"The schema differs from that of an empty database: {difference}",
                $"Migrations/, from {from}",
                "A migration must do the same whatever rows there are: take out what depends on them.")
            : null;
}
