namespace DrAivBot.Host.Database.Lint;

/// <summary>
/// What every rule of the lint may use. Parameters: <c>$1</c> the schema, <c>$2</c> the definer role, <c>$3</c> roles
/// with any right there, <c>$4</c> the role of modules, <c>$5</c> the owners of modules' schemas. A table of core without row level security holds no company's
/// rows (users, sessions, the queues); what matters there is that no module reaches it.
/// </summary>
internal static class LintScope
{
    public const string Sql =
        """
        with schema as (
            select oid, nspname as name, nspowner as owner, nspacl as acl, nspname = 'core' as is_core,
                   (select r.oid from pg_roles r where r.rolname = $2) as definer,
                   array(select r.oid from pg_roles r where r.rolname = any($3)) as trusted,
                   (select r.oid from pg_roles r where r.rolname = $4) as module,
                   (select r.oid from pg_roles r where r.rolname = $5) as module_owners
            from pg_namespace where nspname = $1),
        relation as (
            select c.*, s.name || '.' || c.relname as name, s.is_core, s.definer,
                   s.is_core and not c.relrowsecurity as is_infrastructure,
                   (select a.attnum from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped) as company
            from pg_class c join schema s on s.oid = c.relnamespace),
        company_table as (
            select * from relation where relkind in ('r', 'p') and not is_infrastructure)
        """;
}
