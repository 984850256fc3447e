using System.Globalization;
using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>One transaction that makes the roles, schema <c>core</c> and the history of migrations what they should be.</summary>
internal sealed class DatabasePreparation(ServerFacts facts, DatabaseRoles roles, HostLogin login, PoolOptions options)
{
    // Any constant will do: the lock belongs to this database.
    private const long Lock = 0x44724169_766F7401;

    private readonly string _owner = DatabaseRoles.Quote(roles.Owner);
    private readonly string _host = DatabaseRoles.Quote(roles.Host);
    private readonly string _definer = DatabaseRoles.Quote(roles.Definer);
    private readonly string _modules = DatabaseRoles.Quote(roles.Modules);
    private readonly string _moduleOwners = DatabaseRoles.Quote(roles.ModuleOwners);
    private readonly string _database = DatabaseRoles.Quote(facts.Database);

    public async Task RunAsync(NpgsqlDataSource admin, CancellationToken cancellationToken)
    {
        await using var connection = await admin.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.RunAsync($"select pg_advisory_xact_lock({Lock}); set local client_min_messages = error", cancellationToken);
        await connection.RunAsync(RolesSql(), cancellationToken);
        await CheckHostAsync(connection, cancellationToken);
        await connection.RunAsync(SchemaSql(), cancellationToken);
        await CheckPublicAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public DatabaseSetupException Explain(PostgresException e) => new(
        $"The login {DatabaseRoles.Quote(facts.Login)} of Database__ConnectionString could not prepare the database "
        + $"{_database}: {e.MessageText}. The roles or schema core were probably made by another login. Use that login, or "
        + $"run as a superuser: grant {_owner}, {_host}, {_definer}, {_modules}, {_moduleOwners} to "
        + $"{DatabaseRoles.Quote(facts.Login)} with admin option;",
        e);

    private string RolesSql() => string.Join('\n',
        [
            Role(roles.Owner, "nologin"), Role(roles.Host, "login noinherit"), Role(roles.Definer, "nologin"),
            Role(roles.Modules, "nologin"), Role(roles.ModuleOwners, "nologin"),
            $"alter role {_host} login noinherit;",
            login.Verifier() is { } verifier ? $"alter role {_host} password '{verifier}';" : "",
            $"grant {_definer} to {_owner};",
            // A superuser becomes any role; another login must be a member, and of module owners as they come.
            facts.IsSuperuser ? "" : $"grant {_owner}, {_definer} to current_user;",
            .. Settings().Select(setting => $"alter role {_host} in database {_database} set {setting};"),
        ]);

    private string SchemaSql() =>
        $"""
        create schema if not exists core authorization {_owner};
        {(facts.IsSuperuser ? "" : $"set local role {_owner};")}
        grant usage on schema core to {_host}, {_definer}, {_modules}, {_moduleOwners};
        grant create on schema core to {_definer};
        alter default privileges for role {_owner} revoke execute on functions from public;
        create table if not exists core.migrations (
            owner text not null,
            number int not null,
            name text not null,
            checksum text not null,
            applied_at timestamptz not null default now(),
            host_version text null,
            primary key (owner, number));
        alter table core.migrations owner to {_owner};
        grant select on core.migrations to {_host};
        set local role none;
        do $do$
        begin
            if exists (select from pg_namespace where nspname = 'public') then
                revoke all on schema public from public;
            end if;
            if not has_database_privilege('{DatabaseRoles.Literal(roles.Host)}', current_database(), 'connect') then
                grant connect on database {_database} to {_host};
            end if;
        end
        $do$;
        """;

    private IEnumerable<string> Settings() =>
    [
        $"statement_timeout = {Milliseconds(options.StatementTimeout)}",
        $"idle_in_transaction_session_timeout = {Milliseconds(options.IdleInTransactionTimeout)}",
        // Temporary objects come last, so that none can take the place of a function or table.
        "search_path = pg_catalog, pg_temp",
        // Turns are short; compiling their plans costs more than it saves.
        "jit = off",
        // The host's statements look for few rows by keys, in tables whose rows live for milliseconds: the planner believes
        // them empty, and what it would choose then reads every dead row. Modules get PostgreSQL's own choice back.
        "plan_cache_mode = force_generic_plan",
        "enable_seqscan = off",
        "enable_bitmapscan = off",
    ];

    private async Task CheckHostAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                or pg_has_role(rolname, $2, 'member') or pg_has_role(rolname, $3, 'member')
            from pg_roles where rolname = $1
            """,
            connection)
        {
            Parameters = { new() { Value = roles.Host }, new() { Value = roles.Owner }, new() { Value = roles.Definer } },
        };
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            throw new DatabaseSetupException(
                $"The host's login {_host} has more rights than it may have: it could pass over row level security, and "
                + "with it over the separation of companies. Run as a superuser: "
                + $"alter role {_host} nosuperuser nobypassrls nocreaterole nocreatedb noreplication; "
                + $"revoke {_owner}, {_definer} from {_host};");
        }
    }

    private async Task CheckPublicAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select coalesce(bool_or(has_schema_privilege('public', oid, 'create')), false) from pg_namespace where nspname = 'public'",
            connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            throw new DatabaseSetupException(
                $"Everyone may create objects in schema public of the database {_database}, and the login "
                + $"{DatabaseRoles.Quote(facts.Login)} cannot forbid it. Run there as a superuser: "
                + "revoke all on schema public from public;");
        }
    }

    private static string Role(string name, string attributes) =>
        $"""
        do $do$ begin
            if not exists (select from pg_roles where rolname = '{DatabaseRoles.Literal(name)}') then
                create role {DatabaseRoles.Quote(name)} {attributes};
            end if;
        end $do$;
        """;

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
