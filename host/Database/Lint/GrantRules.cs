namespace DrAivBot.Host.Database.Lint;

/// <summary>Only the roles of the schema have rights there; a module's only those it works with.</summary>
internal static class GrantRules
{
    private const string Grants =
        """
        , granted as (
            select case r.relkind when 'S' then 'sequence ' when 'v' then 'view ' else 'table ' end || r.name as what,
                   r.relkind = 'S' as is_sequence, false as is_code, false as is_schema, r.is_infrastructure and r.relkind = 'r' as is_infrastructure, a.*
            from relation r cross join aclexplode(r.relacl) a
            union all
            select 'column ' || r.name || '.' || c.attname, false, false, false, r.is_infrastructure, a.*
            from relation r join pg_attribute c on c.attrelid = r.oid cross join aclexplode(c.attacl) a
            union all
            select 'function ' || f.oid::regprocedure::text, false, true, false, false, a.*
            from schema s join pg_proc f on f.pronamespace = s.oid
            cross join aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a
            where not (f.prosecdef and a.grantee = 0)
            union all
            select 'schema ' || s.name, false, false, true, false, a.* from schema s cross join aclexplode(s.acl) a
            union all
            select 'default privileges in schema ' || s.name, false, d.defaclobjtype = 'f', false, false, a.*
            from schema s join pg_default_acl d on d.defaclnamespace = s.oid or (d.defaclnamespace = 0 and d.defaclrole = s.owner)
            cross join aclexplode(d.defaclacl) a),
        named as (
            select g.*, s.trusted, s.module, s.module_owners, s.is_core,
                   case g.grantee when 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(g.grantee)) end as who
            from granted g cross join schema s where g.grantee <> all (s.trusted) and g.grantee <> s.owner)

        """;

    public static IReadOnlyList<string> All { get; } =
    [
        Grants +
        """
        select format('%s has the right %s on %s, which is not theirs. Revoke it; the host grants a module what it needs.', g.who, g.privilege_type, g.what)
        from named g
        where g.grantee is distinct from g.module and not (g.is_core and g.grantee = g.module_owners)
        """,
        Grants +
        """
        select format('%s, which holds no company''s rows but the host''s own, is open to modules: %s has the right %s. Revoke it, or isolate the table with core.isolate.', g.what, g.who, g.privilege_type)
        from named g where g.is_core and g.is_infrastructure and g.grantee in (g.module, g.module_owners)
        """,
        Grants +
        """
        select format('%s has the right %s on %s, which passes over row level security or changes the schema. A module may select, insert, update, delete, use and execute: revoke it.', g.who, g.privilege_type, g.what)
        from named g
        where g.grantee = g.module and not g.is_infrastructure
          and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE', 'EXECUTE')
        """,
    ];
}
