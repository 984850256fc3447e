namespace DrAivBot.Testing.Conformance;

/// <summary>What a company has in the module's tables, seen by a superuser.</summary>
internal sealed class CompanyRows(TestHost host, string schema, Guid company)
{
    private const int IdsOfOneColumn = 3;

    // Of core: what does not change by itself while a test runs.
    private const string Tables = """
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id'
        where c.relkind = 'r' and (n.nspname = $1 or (n.nspname = 'core'
            and c.relname in ('companies', 'members', 'divisions', 'departments', 'positions', 'holdings', 'working_days', 'audit'))) order by 1
        """;

    private const string Columns = """
        select format('select %I::text from %s where company_id = $1 and %I is not null', a.attname, c.oid::regclass, a.attname)
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname <> 'company_id'
        join pg_attribute owned on owned.attrelid = c.oid and owned.attname = 'company_id'
        where c.relkind = 'r' and (c.relnamespace::regnamespace::text = $1 or c.oid = 'core.positions'::regclass) and a.atttypid = any($2::regtype[]) order by 1
        """;

    /// <summary>Ids that other companies must not be able to use.</summary>
    public async Task<IReadOnlyList<Guid>> IdsAsync() =>
        [.. (await ValuesAsync(["uuid"], IdsOfOneColumn)).Select(Guid.Parse).Distinct()];

    /// <summary>Words that nobody else may read.</summary>
    public Task<IReadOnlyList<string>> WordsAsync() => ValuesAsync(["text", "varchar"], 50);

    /// <summary>Tables of the module in which the company has nothing.</summary>
    public async Task<IReadOnlyList<string>> EmptyTablesAsync()
    {
        var empty = new List<string>();
        foreach (var table in (await host.ListAsync<string>(Tables, schema)).Where(table => !table.StartsWith("core.", StringComparison.Ordinal)))
        {
            if (!await host.QueryAsync<bool>($"select exists (select from {table} where company_id = $1)", company))
            {
                empty.Add(table);
            }
        }

        return empty;
    }

    /// <summary>Every row of the company, table by table, as a checksum.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FingerprintAsync()
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await host.ListAsync<string>(Tables, schema))
        {
            sums[table] = (await host.QueryAsync<string>(
                $"select coalesce(md5(string_agg(t::text, '|' order by t::text)), '-') from {table} t where company_id = $1", company))!;
        }

        return sums;
    }

    private async Task<IReadOnlyList<string>> ValuesAsync(string[] types, int most)
    {
        var values = new List<string>();
        foreach (var column in await host.ListAsync<string>(Columns, schema, types))
        {
            values.AddRange(await host.ListAsync<string>($"{column} limit {most}", company));
        }

        return values;
    }
}
