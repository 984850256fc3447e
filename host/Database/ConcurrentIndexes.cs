using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>Undoes by hand what a transaction cannot: indexes built concurrently by a script that was then refused.</summary>
internal static class ConcurrentIndexes
{
    public static async Task ApplyAsync(
        NpgsqlConnection connection, MigrationTarget target, Func<Task> build, Func<Task> finish, CancellationToken cancellationToken)
    {
        // A host that was killed while building left an invalid one, which 'if not exists' would take for the real one.
        await DropAsync(connection, await ReadAsync(connection, target, onlyInvalid: true, cancellationToken), cancellationToken);
        var before = await ReadAsync(connection, target, onlyInvalid: false, cancellationToken);
        try
        {
            await build();
            await finish();
        }
        catch (MigrationRefusedException)
        {
            var after = await ReadAsync(connection, target, onlyInvalid: false, cancellationToken);
            await DropAsync(connection, after.Except(before, StringComparer.Ordinal), cancellationToken);
            throw;
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(
        NpgsqlConnection connection, MigrationTarget target, bool onlyInvalid, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select format('%I.%I', n.nspname, c.relname)
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and not (i.indisvalid and $2)
            """,
            connection)
        {
            Parameters = { new() { Value = target.Schema }, new() { Value = onlyInvalid } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task DropAsync(
        NpgsqlConnection connection, IEnumerable<string> indexes, CancellationToken cancellationToken)
    {
        foreach (var index in indexes)
        {
            await connection.RunAsync($"drop index concurrently if exists {index}", cancellationToken);
        }
    }
}
