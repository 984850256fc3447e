using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>
/// The connection and the transaction of one turn. Knows under which role and company its SQL runs and switches only
/// when needed, always for this transaction only: what outlived it would reach the next user of the pooled connection.
/// While the host has the connection, a switch waits for the next batch and costs no round trip.
/// </summary>
internal sealed class TurnDatabase : IAsyncDisposable
{
    private readonly DatabaseRoles _roles;
    private readonly NpgsqlTransaction _transaction;
    private readonly List<EndWrite> _atEnd = [];
    private string? _module;
    private bool _companyIsPending;
    private bool _mustLeaveRole;

    private TurnDatabase(NpgsqlConnection connection, NpgsqlTransaction transaction, DatabaseRoles roles)
    {
        Connection = connection;
        _transaction = transaction;
        _roles = roles;
    }

    /// <summary>Called once the transaction has committed.</summary>
    public Action? Committed { get; set; }

    /// <summary>Called once, when the connection was given back.</summary>
    public Action? Closed { get; set; }

    /// <summary>
    /// The open connection, for what <see cref="AsModuleAsync"/> or <see cref="AsHostAsync"/> prepared it.
    /// </summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The company whose rows are visible; null: none.</summary>
    public CompanyId? Company { get; private set; }

    /// <summary>The module under whose role SQL runs; null: the host.</summary>
    public string? Module => _module;

    /// <summary>Whether the transaction was committed.</summary>
    public bool IsCommitted { get; private set; }

    /// <summary>Takes a connection and begins a transaction, which the first statement carries along.</summary>
    public static Task<TurnDatabase> OpenAsync(DatabaseAccess access, CancellationToken cancellationToken) => OpenAsync(access.Host, access.Roles, cancellationToken);

    /// <summary>The same for a job.</summary>
    public static Task<TurnDatabase> OpenForJobAsync(DatabaseAccess access, CancellationToken cancellationToken) => OpenAsync(access.Jobs, access.Roles, cancellationToken);

    private static async Task<TurnDatabase> OpenAsync(NpgsqlDataSource pool, DatabaseRoles roles, CancellationToken cancellationToken)
    {
        var connection = await pool.OpenConnectionAsync(cancellationToken);
        try
        {
            return new(connection, await connection.BeginTransactionAsync(cancellationToken), roles);
        }
        catch (NpgsqlException)
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection, running under the role of a module.</summary>
    public async ValueTask<NpgsqlConnection> AsModuleAsync(string moduleId, CancellationToken cancellationToken)
    {
        if (_module != moduleId)
        {
            await SwitchAsync(moduleId, cancellationToken);
        }

        return Connection;
    }

    /// <summary>Back to the host's own role, with everything set before in effect.</summary>
    public async ValueTask AsHostAsync(CancellationToken cancellationToken) => await SwitchAsync(null, cancellationToken);

    /// <summary>A batch of host SQL: one round trip, after which the role is what it was.</summary>
    public HostBatch CreateHostBatch() => new(this);

    /// <summary>
    /// Makes the rows of a company visible, and no others. At once when a module has the connection, else with the next
    /// batch or switch.
    /// </summary>
    /// <param name="company">Null: no company's rows.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async ValueTask UseCompanyAsync(CompanyId? company, CancellationToken cancellationToken)
    {
        if (Company == company)
        {
            return;
        }

        Company = company;
        _companyIsPending = true;
        if (_module is not null)
        {
            await SwitchAsync(_module, cancellationToken);
        }
    }

    /// <summary>
    /// Begins one of several turns in this transaction: its SQL gets role and company anew, whatever the SQL of the turn
    /// before has done to them.
    /// </summary>
    /// <param name="company">Null: no company's rows.</param>
    public void EnterTurn(CompanyId? company)
    {
        LeaveTurns();
        (Company, _companyIsPending) = (company, true);
    }

    /// <summary>Ends the last turn: what follows is the host's own and concerns no company.</summary>
    public void LeaveTurns()
    {
        Turn++;
        (_mustLeaveRole, _module) = (_mustLeaveRole || _module is not null, null);
        (Company, _companyIsPending) = (null, false);
    }

    /// <summary>Counts the turns, so that SQL of one that is over can be told.</summary>
    public int Turn { get; private set; }

    /// <summary>Notes that the host's own SQL has set <c>app.company_id</c> for this transaction.</summary>
    public void NoteCompany(CompanyId? company)
    {
        Company = company;
        _companyIsPending = false;
    }

    /// <summary>Commits. Nothing may follow.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction.CommitAsync(cancellationToken);
        NoteCommitted();
    }

    /// <summary>Rolls back what was not committed and returns the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
        finally
        {
            var closed = Closed;
            Closed = null;
            closed?.Invoke();
        }
    }

    /// <summary>Whether the host's SQL must first leave the role of a module.</summary>
    private bool IsInRole => _module is not null || _mustLeaveRole;

    /// <summary>
    /// What has to be sent before the next statement, in the same round trip; the switch counts as made. It has a result,
    /// which must be passed over.
    /// </summary>
    /// <param name="moduleId">The module that speaks; null: the host.</param>
    /// <returns>Null when nothing has to be switched.</returns>
    internal NpgsqlBatchCommand? TakeSwitch(string? moduleId)
    {
        var isInRole = moduleId is null ? !IsInRole : _module == moduleId;
        if (isInRole && !_companyIsPending)
        {
            return null;
        }

        var command = isInRole ? new NpgsqlBatchCommand("select set_config('app.company_id', $1, true)") : SetRole(moduleId, _companyIsPending ? WithCompany : "");
        if (_companyIsPending)
        {
            command.Parameters.Add(Sql.Value(Company?.ToString() ?? ""));
        }

        (_module, _mustLeaveRole, _companyIsPending) = (moduleId, false, false);
        return command;
    }

    /// <summary>Keeps a statement of a module for the end of the transaction, or for the next statement of a module.</summary>
    public void WriteAtEnd(string moduleId, string sql, ReadOnlySpan<object?> values)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            statement.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        _atEnd.Add(new(Turn, moduleId, Company, statement));
    }

    /// <summary>Takes what was kept, each statement under its module's role and its turn's company; the role of the last stays.</summary>
    internal IReadOnlyList<NpgsqlBatchCommand> TakeWrites()
    {
        var commands = new List<NpgsqlBatchCommand>(_atEnd.Count * 2);
        (int, string)? speaker = null;
        foreach (var write in _atEnd)
        {
            if (speaker != (write.Turn, write.ModuleId))
            {
                speaker = (write.Turn, write.ModuleId);
                var role = SetRole(write.ModuleId, WithCompany);
                role.Parameters.Add(Sql.Value(write.Company?.ToString() ?? ""));
                commands.Add(role);
            }

            commands.Add(write.Statement);
        }

        if (_atEnd.Count > 0)
        {
            _atEnd.Clear();
            (_module, _mustLeaveRole, _companyIsPending) = (null, true, _companyIsPending || Company is not null);
        }

        return commands;
    }

    /// <summary>Gives the connection back to the module that had it, at the end of a batch of the host.</summary>
    internal NpgsqlBatchCommand Return(string moduleId)
    {
        _module = moduleId;
        return SetRole(moduleId, "");
    }

    private const string WithCompany = ", set_config('app.company_id', $4, true)";

    /// <summary>The role, and with it whose way of planning holds: see <see cref="DatabasePreparation"/>.</summary>
    private NpgsqlBatchCommand SetRole(string? moduleId, string company)
    {
        var command = new NpgsqlBatchCommand(
            "select set_config('role', $1, true), set_config('plan_cache_mode', $2, true), "
            + "set_config('enable_seqscan', $3, true), set_config('enable_bitmapscan', $3, true)" + company);
        command.Parameters.Add(Sql.Value(moduleId is null ? "none" : _roles.Module(moduleId)));
        command.Parameters.Add(Sql.Value(moduleId is null ? "force_generic_plan" : "auto"));
        command.Parameters.Add(Sql.Value(moduleId is null ? "off" : "on"));
        return command;
    }

    internal void NoteCommitted()
    {
        IsCommitted = true;
        Committed?.Invoke();
    }

    private async Task SwitchAsync(string? moduleId, CancellationToken cancellationToken)
    {
        if (TakeSwitch(moduleId) is { } command)
        {
            await using var batch = new NpgsqlBatch(Connection) { BatchCommands = { command } };
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private sealed record EndWrite(int Turn, string ModuleId, CompanyId? Company, NpgsqlBatchCommand Statement);
}
