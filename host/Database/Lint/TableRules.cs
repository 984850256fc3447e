namespace DrAivBot.Host.Database.Lint;

/// <summary>Every table of company rows is isolated, and nothing beside it shows them.</summary>
internal static class TableRules
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        select format('Table %s has no column company_id uuid not null, so its rows belong to no company. Add the column and make it the first of the primary key.', t.name)
        from company_table t
        where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = t.company
                          and a.atttypid = 'uuid'::regtype and a.attnotnull and a.attgenerated = '')
        """,
        """
        select format('Table %s has no row level security %s, so every company sees all rows. Call select core.isolate(''%s'');',
                      t.name, case when t.relrowsecurity then 'forced on its owner' else 'enabled' end, t.name)
        from company_table t where not (t.relrowsecurity and t.relforcerowsecurity)
        """,
        $"""
        select format('Table %s does not have the policy of the house (company_id equals app.company_id, for reading and writing). Call select core.isolate(''%s'');', t.name, t.name)
        from company_table t
        where t.relrowsecurity and not exists (select from pg_policy p where p.polrelid = t.oid and {IsHousePolicy})
        """,
        $"""
        select format('Policy %s on %s lets through rows that the policy of the house keeps back. Remove it: drop policy %I on %s;', p.polname, t.name, p.polname, t.name)
        from relation t join pg_policy p on p.polrelid = t.oid
        where p.polpermissive and not ({IsHousePolicy}) and not (t.is_core and p.polroles = array[t.definer])
        """,
        """
        select format('Table %s has policies but row level security is off, so they do nothing. Call select core.isolate(''%s'');', t.name, t.name)
        from relation t
        where t.is_infrastructure and t.relkind = 'r' and exists (select from pg_policy p where p.polrelid = t.oid)
        """,
        """
        select format('Table %s is partitioned or inherits from another: its parts can be read past the policy of the whole. Use one plain table.', t.name)
        from relation t
        where t.relkind = 'p' or exists (select from pg_inherits i where t.relkind = 'r' and t.oid in (i.inhrelid, i.inhparent))
        """,
        """
        select format('Table %s is unlogged: a crash of the server empties it. Create it without the word unlogged.', t.name)
        from relation t where t.relkind in ('r', 'p') and t.relpersistence = 'u'
        """,
        """
        select format('View %s runs with the rights of its owner and not of its reader. Create it with (security_invoker = true).', v.name)
        from relation v
        where v.relkind = 'v' and not exists (
            select from unnest(v.reloptions) o where o ~* '^security_invoker=(true|on|1|yes)$')
        """,
        """
        select format('Materialized view %s stores rows of all companies without row level security. Use a view with (security_invoker = true), or a table.', v.name)
        from relation v where v.relkind = 'm'
        """,
        """
        select format('Foreign table %s is outside row level security. Use a table of this database.', f.name)
        from relation f where f.relkind = 'f'
        """,
        """
        select format('Rule %s on %s rewrites statements past row level security. Use a constraint or a trigger: drop rule %I on %s;', r.rulename, t.name, r.rulename, t.name)
        from relation t join pg_rewrite r on r.ev_class = t.oid where r.rulename <> '_RETURN'
        """,
    ];

    // PostgreSQL writes a stored expression in one way only; white space is all that may differ between versions.
    private const string HouseExpression =
        """(company_id=(SELECT(NULLIF(current_setting('app.company_id'::text,true),''::text))::uuidAS"nullif"))""";

    private const string IsHousePolicy =
        $"""
        p.polpermissive and p.polcmd = '*' and p.polroles = array[0::oid]
        and regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s', '', 'g') = $house${HouseExpression}$house$
        and regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\s', '', 'g') = $house${HouseExpression}$house$
        """;
}
