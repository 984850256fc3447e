using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>
/// The roles and the schema of one module. Its migrations run under an owner of its own, which can alter nothing but
/// that schema: PostgreSQL refuses the rest, where a comparison of before and after would only find what it looks for.
/// </summary>
internal sealed class ModuleSchema(DatabaseRoles roles, string schema, string module)
{
    private readonly string _schema = DatabaseRoles.Quote(schema);
    private readonly string _role = DatabaseRoles.Quote(roles.Module(module));
    private readonly string _owner = DatabaseRoles.Quote(roles.ModuleOwner(module));

    /// <summary>Creates what is missing; runs under the configured login, inside the transaction of the migration.</summary>
    /// <exception cref="MigrationRefusedException">The schema belongs to somebody else.</exception>
    public async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await FindOwnerAsync(connection, cancellationToken) is { } owner)
        {
            if (owner != roles.ModuleOwner(module))
            {
                throw new MigrationRefusedException(
                    $"Module '{module}': schema {_schema} exists and belongs to {DatabaseRoles.Quote(owner)}, not to the "
                    + $"module. Rename the schema, or run: alter schema {_schema} owner to {_owner};");
            }

            return;
        }

        await CreateRoleAsync(connection, roles.Module(module), cancellationToken);
        await CreateRoleAsync(connection, roles.ModuleOwner(module), cancellationToken);
        await connection.RunAsync(
            $"""
            grant {DatabaseRoles.Quote(roles.Modules)} to {_role};
            grant {_role} to {DatabaseRoles.Quote(roles.Host)};
            grant {DatabaseRoles.Quote(roles.ModuleOwners)} to {_owner};
            do $do$ begin
                if not (select rolsuper from pg_roles where rolname = current_user) then
                    grant {_owner} to current_user;
                end if;
            end $do$;
            create schema {_schema} authorization {_owner};
            set local role {_owner};
            alter default privileges revoke execute on functions from public;
            set local role none;
            """,
            cancellationToken);
    }

    /// <summary>Grants the module's role the rows and functions of its schema, and nothing else.</summary>
    /// <remarks>
    /// Only what is missing: a grant, even of what is granted already, makes every connection plan all its statements anew,
    /// which everybody's turns would feel whenever a module is loaded.
    /// </remarks>
    public Task GrantAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => connection.RunAsync(
        $"""
        set local role {_owner};
        do $do$
        declare
            there constant oid := (select oid from pg_namespace where nspname = '{DatabaseRoles.Literal(schema)}');
            module constant oid := (select oid from pg_roles where rolname = '{DatabaseRoles.Literal(roles.Module(module))}');
        begin
            if not has_schema_privilege(module, there, 'usage') then
                grant usage on schema {_schema} to {_role};
            end if;
            if exists (
                select from pg_class, unnest(array['select', 'insert', 'update', 'delete']) as wanted (right_)
                where relnamespace = there and relkind in ('r', 'p', 'v', 'm', 'f') and not has_table_privilege(module, oid, wanted.right_)) then
                grant select, insert, update, delete on all tables in schema {_schema} to {_role};
            end if;
            if exists (select from pg_class where relnamespace = there and case when relkind = 'S' then not has_sequence_privilege(module, oid, 'usage') end) then
                grant usage on all sequences in schema {_schema} to {_role};
            end if;
            if exists (select from pg_proc where pronamespace = there and not has_function_privilege(module, oid, 'execute')) then
                grant execute on all routines in schema {_schema} to {_role};
            end if;
        end $do$;
        set local role none;
        """,
        cancellationToken);

    private async Task<string?> FindOwnerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select pg_get_userbyid(nspowner)::text from pg_namespace where nspname = $1", connection)
        {
            Parameters = { new() { Value = schema } },
        };
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task CreateRoleAsync(NpgsqlConnection connection, string role, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select 1 from pg_roles where rolname = $1", connection)
        {
            Parameters = { new() { Value = role } },
        };
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            await connection.RunAsync($"create role {DatabaseRoles.Quote(role)} nologin", cancellationToken);
        }
    }
}
