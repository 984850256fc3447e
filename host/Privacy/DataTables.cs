using DrAivBot.Host.Database;
using Npgsql;

namespace DrAivBot.Host.Privacy;

/// <summary>
/// The tables of all schemas with rows of companies, those of modules that are not loaded included. What is done in a
/// module's schema is done under the module's role.
/// </summary>
internal sealed class DataTables(TurnDatabase database, DatabaseRoles roles)
{
    public const string Core = "core";

    private const string Schemas = "select n.nspname::text, pg_get_userbyid(n.nspowner)::text from pg_namespace n order by 1";

    private const string Tables = """
        select t.name, core.person_filter($1, t.name), array(
            select a.attname::text from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relname = t.name
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = $1
            where a.attnum > 0 and not a.attisdropped and (a.atttypid = 'bytea'::regtype or a.attname ~ '(token|secret|password)'
                or $1 = 'core' and a.attname in ('chat_id', 'message_id', 'parts', 'payload', 'place', 'dedup_key', 'digest_id')))
        from core.company_tables($1) t
        """;

    private const string References = """
        select distinct child.relname::text, parent.relname::text
        from pg_constraint k
        join pg_class child on child.oid = k.conrelid
        join pg_class parent on parent.oid = k.confrelid and parent.relnamespace = child.relnamespace
        join pg_namespace n on n.oid = child.relnamespace and n.nspname = $1
        where k.contype = 'f'
        """;

    /// <summary>The schemas of modules, by name.</summary>
    public async Task<IReadOnlyList<string>> ListModulesAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        await using var reader = await database.CreateHostBatch().Add(Schemas).ReadAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (schema, owner) = (reader.GetString(0), reader.GetString(1));
            if (owner == roles.ModuleOwner(schema))
            {
                found.Add(schema);
            }
        }

        return found;
    }

    /// <summary>The tables of a schema, by name.</summary>
    public async Task<IReadOnlyList<DataTable>> ListAsync(string schema, CancellationToken cancellationToken)
    {
        var found = new List<DataTable>();
        await using var reader = await database.CreateHostBatch().Add(Tables, Sql.Value(schema)).ReadAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new(schema, reader.GetString(0), reader.GetString(1), await reader.GetFieldValueAsync<string[]>(2, cancellationToken)));
        }

        return found;
    }

    /// <summary>All tables of all schemas.</summary>
    public async Task<IReadOnlyList<DataTable>> ListAllAsync(CancellationToken cancellationToken)
    {
        var all = new List<DataTable>(await ListAsync(Core, cancellationToken));
        foreach (var schema in await ListModulesAsync(cancellationToken))
        {
            all.AddRange(await ListAsync(schema, cancellationToken));
        }

        return all;
    }

    /// <summary>Tables of a schema that nothing refers to come first, so that they can be emptied one by one; of a circle of references none is named.</summary>
    public async Task<IReadOnlyList<string>> OrderAsync(string schema, CancellationToken cancellationToken)
    {
        var left = (await ListAsync(schema, cancellationToken)).Select(table => table.Name).ToList();
        var references = new List<(string Child, string Parent)>();
        await using (var reader = await database.CreateHostBatch().Add(References, Sql.Value(schema)).ReadAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                references.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        var ordered = new List<string>();
        while (left.Find(table => !references.Exists(one => one.Parent == table && one.Child != table && left.Contains(one.Child))) is { } free)
        {
            ordered.Add(free);
            left.Remove(free);
        }

        return ordered;
    }

    /// <summary>Counts the rows of the company, or those that name a person.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(IReadOnlyList<DataTable> tables, Guid? person, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var schema in tables.GroupBy(table => table.Schema))
        {
            var sql = string.Join(" union all ", schema.Select(table => $"select {Literal(table.Id)}, count(*) from {From(table, person)}"));
            await using var reader = await ReadAsync(schema.Key, sql, person is { } id ? [Sql.Value(id)] : [], cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                counts[reader.GetString(0)] = reader.GetInt64(1);
            }
        }

        await database.AsHostAsync(cancellationToken);
        return counts;
    }

    /// <summary>The rows of a table as JSON objects, without secrets.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadRowsAsync(DataTable table, Guid? person, CancellationToken cancellationToken)
    {
        var rows = new JsonRows();
        var secrets = $"array[{string.Join(", ", table.Secrets.Select(Literal))}]::text[]";
        await using (var reader = await ReadAsync(
            table.Schema, $"select (to_jsonb(t) - {secrets})::text from {From(table, person)}", person is { } id ? [Sql.Value(id)] : [], cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(reader.GetString(0));
            }
        }

        await database.AsHostAsync(cancellationToken);
        return rows.End();
    }

    /// <summary>Runs a statement that returns one number, under the role of a schema's module.</summary>
    public async Task<long> RunAsync(string schema, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        long number;
        await using (var reader = await ReadAsync(schema, sql, parameters, cancellationToken))
        {
            number = await reader.ReadAsync(cancellationToken) && reader.GetValue(0) is long found ? found : 0;
        }

        await database.AsHostAsync(cancellationToken);
        return number;
    }

    private async Task<NpgsqlDataReader> ReadAsync(string schema, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        if (schema == Core)
        {
            return await database.CreateHostBatch().Add(sql, parameters).ReadAsync(cancellationToken);
        }

        var connection = await database.AsModuleAsync(schema, cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        Sql.AddTo(command.Parameters, parameters);
        return await command.ExecuteReaderAsync(cancellationToken);
    }

    private static string From(DataTable table, Guid? person) =>
        $"{DatabaseRoles.Quote(table.Schema)}.{DatabaseRoles.Quote(table.Name)} as t where company_id = core.company_id()"
        + (person is null ? "" : $" and ({table.PersonFilter})");

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
