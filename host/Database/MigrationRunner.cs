using System.Reflection;
using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>
/// Applies the migrations of the host and of modules: in order, each file in one transaction together with the lint of
/// the schema and its row in the history, so that a refused file leaves no trace. Several hosts take turns.
/// </summary>
internal sealed partial class MigrationRunner(DatabaseAccess access, ILogger<MigrationRunner> logger)
{
    // Any constant will do: the lock belongs to this database.
    private const long Lock = 0x44724169_766F7402;
    private static readonly TimeSpan LockRetryDelay = TimeSpan.FromMilliseconds(50);
    private static readonly string? HostVersion = typeof(MigrationRunner).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>Applies what is due. Without anything due, the schema is still checked.</summary>
    /// <returns>The scripts applied by this call.</returns>
    /// <exception cref="MigrationRefusedException">
    /// A script or the schema was refused; the message says which, why, and what to do. Scripts before it stay applied.
    /// </exception>
    /// <exception cref="NpgsqlException">The server cannot be reached or stopped; worth another try.</exception>
    public async Task<IReadOnlyList<MigrationScript>> MigrateAsync(
        MigrationTarget target, CancellationToken cancellationToken)
    {
        await using var connection = await access.Admin.OpenConnectionAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        try
        {
            var history = await ReadHistoryAsync(connection, target, cancellationToken);
            var pending = MigrationPlan.Pending(target, history);
            if (history.Count > 0 && history[^1].Number > target.Scripts.Count)
            {
                LogAhead(logger, target.Owner, history[^1].Number, target.Scripts.Count);
            }

            if (pending.Count == 0)
            {
                await ApplyAsync(connection, target, null, cancellationToken);
            }

            foreach (var script in pending)
            {
                // Scripts of a module are judged one by one; of the host's own, what they lead to counts.
                await ApplyAsync(connection, target, script, cancellationToken, lints: !target.IsCore || script == pending[^1]);
                LogApplied(logger, target.Owner, script.File);
            }

            return pending;
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await connection.RunAsync($"select pg_advisory_unlock({Lock})", CancellationToken.None);
            }
        }
    }

    private async Task ApplyAsync(
        NpgsqlConnection connection, MigrationTarget target, MigrationScript? script, CancellationToken cancellationToken, bool lints = true)
    {
        if (script is { IsOutsideTransaction: true })
        {
            await ConcurrentIndexes.ApplyAsync(
                connection, target, () => new ScriptExecution(access.Roles, target, script)
                    .RunOutsideTransactionAsync(connection, cancellationToken),
                () => FinishAsync(connection, target, script, lints, cancellationToken),
                cancellationToken);
            return;
        }

        await FinishAsync(connection, target, script, lints, cancellationToken);
    }

    // One transaction: roles and schema, script, grants, lint, history.
    private async Task FinishAsync(
        NpgsqlConnection connection, MigrationTarget target, MigrationScript? script, bool lints, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.RunAsync(
            "set local search_path = pg_catalog, pg_temp; set local lock_timeout = '15s'; "
            + "set local client_min_messages = error",
            cancellationToken);
        var module = target.IsCore ? null : new ModuleSchema(access.Roles, target.Schema, target.Owner);
        if (module is not null)
        {
            await module.EnsureAsync(connection, cancellationToken);
        }

        if (script is { IsOutsideTransaction: false })
        {
            await new ScriptExecution(access.Roles, target, script).RunAsync(connection, cancellationToken);
        }

        await (module?.GrantAsync(connection, cancellationToken) ?? OpenCoreToForeignKeysAsync(connection, cancellationToken));
        if (lints)
        {
            await LintAsync(connection, target, script, cancellationToken);
        }

        if (script is not null)
        {
            await RememberAsync(connection, target, script, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // Module tables refer to companies, members and positions; the rows stay hidden behind row level security.
    private Task OpenCoreToForeignKeysAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.RunAsync(
            $"""
            set local role {DatabaseRoles.Quote(access.Roles.Owner)};
            do $do$
            declare
                isolated regclass;
            begin
                for isolated in
                    select oid from pg_class
                    where relnamespace = 'core'::regnamespace and relkind = 'r' and relrowsecurity
                loop
                    execute format('grant references on %s to {DatabaseRoles.Quote(access.Roles.ModuleOwners)}', isolated);
                end loop;
            end $do$;
            set local role none;
            """,
            cancellationToken);

    private async Task LintAsync(
        NpgsqlConnection connection, MigrationTarget target, MigrationScript? script, CancellationToken cancellationToken)
    {
        var findings = await new SchemaLint(access.Roles).CheckAsync(connection, target, cancellationToken);
        if (findings.Count > 0)
        {
            throw new MigrationRefusedException(
                (script is null
                    ? $"Schema {target.Schema} was changed since its last migration and cannot be used:"
                    : $"Migration {target.Owner}/{script.File} was refused, and nothing of it was kept:")
                + string.Concat(findings.Select(finding => "\n- " + finding)));
        }
    }

    private async Task RememberAsync(
        NpgsqlConnection connection, MigrationTarget target, MigrationScript script, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "insert into core.migrations (owner, number, name, checksum, host_version) values ($1, $2, $3, $4, $5)", connection)
        {
            Parameters =
            {
                new() { Value = target.Owner }, new() { Value = script.Number }, new() { Value = script.Name },
                new() { Value = script.Checksum }, new() { Value = (object?)HostVersion ?? DBNull.Value },
            },
        };
        await connection.RunAsync($"set local role {DatabaseRoles.Quote(access.Roles.Owner)}", cancellationToken);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<AppliedMigration>> ReadHistoryAsync(
        NpgsqlConnection connection, MigrationTarget target, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select number, name, checksum, applied_at from core.migrations where owner = $1 order by number", connection)
        {
            Parameters = { new() { Value = target.Owner } },
        };
        await connection.RunAsync($"set role {DatabaseRoles.Quote(access.Roles.Owner)}", cancellationToken);
        var history = new List<AppliedMigration>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                history.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetDateTime(3)));
            }
        }

        await connection.RunAsync("reset role", cancellationToken);
        return history;
    }

    // Asked again and again instead of waiting in the server: a waiting statement holds a snapshot, and an index built
    // concurrently would wait for that in turn.
    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({Lock})", connection);
        while (await command.ExecuteScalarAsync(cancellationToken) is not true)
        {
            await Task.Delay(LockRetryDelay, TimeProvider.System, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Migration {Owner}/{Script} applied.")]
    private static partial void LogApplied(ILogger logger, string owner, string script);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The database is ahead of {Owner}: migration {Applied} was applied by a newer version, this one knows {Known}.")]
    private static partial void LogAhead(ILogger logger, string owner, int applied, int known);
}
