using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>Runs the statements of one script under the role that owns the schema, and only under that.</summary>
internal sealed class ScriptExecution(DatabaseRoles roles, MigrationTarget target, MigrationScript script)
{
    private static readonly string[] Transactional =
        ["begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release", "prepare"];

    private readonly string _owner = DatabaseRoles.Quote(target.IsCore ? roles.Owner : roles.ModuleOwner(target.Owner));
    private readonly string _schema = DatabaseRoles.Quote(target.Schema);
    private readonly IReadOnlyList<SqlStatement> _statements = SqlSplitter.Split(WithRoles(roles, target, script.Sql));

    /// <summary>Runs them inside the open transaction.</summary>
    /// <remarks>
    /// The statements run inside a SECURITY DEFINER function: there PostgreSQL refuses to change the role and to end the
    /// transaction, so that a script can neither take the configured login's rights nor keep a part of itself. Deferred
    /// constraints are checked there too: at commit their triggers would run under the configured login.
    /// </remarks>
    /// <exception cref="MigrationRefusedException">PostgreSQL refused one of them.</exception>
    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_statements.FirstOrDefault(s => Transactional.Contains(s.Opening.Split(' ')[0])) is { } statement)
        {
            throw new MigrationRefusedException(
                $"Migration {target.Owner}/{script.File}, line {statement.Line}: «{statement.Opening}» has no place in a "
                + "migration, because each file is one transaction of the host's. Remove it.");
        }

        await connection.RunAsync(
            $"""
            set local role {_owner};
            create function {_schema}.apply_migration(statements text[]) returns void
            language plpgsql security definer set search_path = {_schema}, pg_temp
            as $function$
            declare
                statement text;
            begin
                foreach statement in array statements loop
                    execute statement;
                end loop;
                set constraints all immediate;
            end
            $function$;
            """,
            cancellationToken);
        await ApplyAsync(connection, cancellationToken);
        await connection.RunAsync(
            $"""
            drop function if exists {_schema}.apply_migration(text[]);
            discard temp;
            set local role none;
            """,
            cancellationToken);
    }

    /// <summary>Runs them one by one, each its own transaction; for building indexes while the table is in use.</summary>
    /// <exception cref="MigrationRefusedException">One is of another kind, or PostgreSQL refused it.</exception>
    public async Task RunOutsideTransactionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var statement in _statements)
        {
            if (!IsConcurrent(statement.Opening))
            {
                throw new MigrationRefusedException(
                    $"Migration {target.Owner}/{script.File}, line {statement.Line}: a file marked '-- no transaction' may "
                    + "hold only 'create [unique] index concurrently if not exists …' and 'drop index concurrently if exists "
                    + "…', because what else fails half-way could not be undone. Put the rest into a file without the mark.");
            }
        }

        await connection.RunAsync($"set role {_owner}; set search_path = {_schema}, pg_temp", cancellationToken);
        try
        {
            foreach (var statement in _statements)
            {
                await connection.RunAsync(statement.Text, cancellationToken);
            }
        }
        catch (PostgresException e) when (MigrationFailure.IsOfScript(e))
        {
            throw MigrationFailure.Explain(target, script, _statements, e);
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await connection.RunAsync("reset role; set search_path = pg_catalog, pg_temp", CancellationToken.None);
            }
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {_schema}.apply_migration($1)", connection)
        {
            Parameters = { new() { Value = _statements.Select(statement => statement.Text).ToArray() } },
        };
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (MigrationFailure.IsOfScript(e))
        {
            throw MigrationFailure.Explain(target, script, _statements, e);
        }
    }

    private static bool IsConcurrent(string opening) =>
        opening.StartsWith("create index concurrently if not exists ", StringComparison.Ordinal)
        || opening.StartsWith("create unique index concurrently if not exists ", StringComparison.Ordinal)
        || opening.StartsWith("drop index concurrently if exists ", StringComparison.Ordinal);

    private static string WithRoles(DatabaseRoles roles, MigrationTarget target, string sql) => !target.IsCore
        ? sql
        : sql.Replace("{{owner}}", DatabaseRoles.Quote(roles.Owner), StringComparison.Ordinal)
            .Replace("{{host}}", DatabaseRoles.Quote(roles.Host), StringComparison.Ordinal)
            .Replace("{{definer}}", DatabaseRoles.Quote(roles.Definer), StringComparison.Ordinal)
            .Replace("{{modules}}", DatabaseRoles.Quote(roles.Modules), StringComparison.Ordinal)
            .Replace("{{module_owners}}", DatabaseRoles.Quote(roles.ModuleOwners), StringComparison.Ordinal);
}
