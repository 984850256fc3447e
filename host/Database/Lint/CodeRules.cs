namespace DrAivBot.Host.Database.Lint;

/// <summary>Functions keep to the company of the transaction.</summary>
internal static class CodeRules
{
    private const string Functions =
        """
        , code as (
            select f.*, f.oid::regprocedure::text as name, s.is_core, s.definer, pg_get_functiondef(f.oid) as definition,
                   coalesce(f.proacl, acldefault('f', f.proowner)) as acl
            from pg_proc f join schema s on s.oid = f.pronamespace where f.prokind in ('f', 'p'))

        """;

    public static IReadOnlyList<string> All { get; } =
    [
        Functions +
        """
        select format('Function %s is SECURITY DEFINER without a search_path that ends with pg_temp: a caller can slip it a table of their own. Add: set search_path = %I, pg_temp.', f.name, $1)
        from code f
        where f.prosecdef and not exists (
            select from unnest(f.proconfig) c where c ~ '^search_path=(.*,)?\s*"?pg_temp"?\s*$')
        """,
        Functions +
        """
        select format('Function %s is SECURITY DEFINER and everyone may call it. Add: revoke execute on function %s from public;', f.name, f.name)
        from code f
        where f.prosecdef and exists (select from aclexplode(f.acl) a where a.grantee = 0 and a.privilege_type = 'EXECUTE')
        """,
        Functions +
        """
        select format('Function %s is SECURITY DEFINER and belongs to the owner of core. Let it belong to the role that may do less: alter function %s owner to %I;', f.name, f.name, $2)
        from code f where f.is_core and f.prosecdef and f.proowner <> f.definer
        """,
        Functions +
        """
        select format('Function %s reads app.company_id but is declared IMMUTABLE: a plan made for one company would serve another. Declare it STABLE.', f.name)
        from code f where f.provolatile = 'i' and f.definition ~* 'current_setting|company_id\s*\('
        """,
        Functions +
        """
        select format('Function %s changes the company, the role or row security of its caller. Only the host does that: remove it.', f.name)
        from code f
        where exists (select from unnest(f.proconfig) c where c ~* '^(app\.|role=|row_security=|session_authorization=)')
           or f.definition ~* 'set_config\s*\('
           or f.definition ~* '(;|\mbegin|\mthen|\melse|\mloop|\$\w*\$)\s*set\s+((local|session)\s+)?("?app"?\s*\.|role\M|row_security\M|session\s+authorization)'
        """,
    ];
}
