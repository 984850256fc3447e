using Npgsql;

namespace DrAivBot.Testing.Conformance;

/// <summary>
/// Puts a row into every table of a schema, as a company that used the module for long has them. Foreign keys are left
/// aside; a table whose own rules refuse the made-up values stays empty.
/// </summary>
internal static class SampleRows
{
    private const string Statements = """
        select format('insert into %s (%s) values (%s)', c.oid::regclass,
            string_agg(quote_ident(a.attname), ', ' order by a.attnum),
            string_agg(case
                when a.attname = 'company_id' then quote_literal('0198c000-0000-7000-8000-0000000000aa') || '::uuid'
                when t.typname = 'uuid' then 'gen_random_uuid()'
                when t.typcategory = 'N' then '1'
                when t.typcategory = 'B' then 'true'
                when t.typcategory = 'D' then 'now()'
                when t.typcategory = 'T' then quote_literal('1 day')
                when t.typname in ('json', 'jsonb') then quote_literal('{}')
                when t.typcategory = 'A' then quote_literal('{}')
                when t.typcategory = 'E' then quote_literal((select enumlabel from pg_enum where enumtypid = t.oid order by enumsortorder limit 1))
                when t.typname = 'bytea' then quote_literal('\x01')
                else quote_literal('x') end || '::' || format_type(a.atttypid, null), ', ' order by a.attnum))
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
        join pg_type t on t.oid = a.atttypid
        where c.relkind = 'r' and c.relnamespace = $1::regnamespace and (a.attname = 'company_id' or (a.attnotnull and not a.atthasdef))
        group by c.oid order by c.oid
        """;

    /// <summary>How many tables got a row.</summary>
    public static async Task<int> AddAsync(CleanDatabase database, string schema, CancellationToken cancellationToken)
    {
        var filled = 0;
        foreach (var statement in await database.ListAsync(Statements, cancellationToken, schema))
        {
            await using var connection = await database.Superuser.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"set session_replication_role = replica; {statement}", connection);
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
                filled++;
            }
            catch (PostgresException refused) when (refused.SqlState.StartsWith("22", StringComparison.Ordinal) || refused.SqlState.StartsWith("23", StringComparison.Ordinal))
            {
                // A check or a shape that made-up values do not meet: the replay goes on without a row here.
            }

            await using var reset = new NpgsqlCommand("reset session_replication_role", connection);
            await reset.ExecuteNonQueryAsync(cancellationToken);
        }

        return filled;
    }
}
