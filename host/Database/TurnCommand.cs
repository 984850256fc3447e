using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>One statement of a module, with the switch to its role and company before it, in one round trip, where one is due.</summary>
internal sealed class TurnCommand(TurnConnection connection) : DbCommand
{
    private readonly NpgsqlCommand _command = new() { Connection = connection.Inner };

    [AllowNull]
    public override string CommandText
    {
        get => _command.CommandText;
        set => _command.CommandText = value ?? "";
    }

    public override int CommandTimeout
    {
        get => _command.CommandTimeout;
        set => _command.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => _command.CommandType;
        set => _command.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new InvalidOperationException("The command belongs to the turn's connection.");
    }

    protected override DbParameterCollection DbParameterCollection => _command.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    /// <summary>Several statements, or a procedure, cannot travel in a batch with the switch.</summary>
    private bool IsOneStatement => CommandType == CommandType.Text && !CommandText.AsSpan().TrimEnd(" ;\t\r\n").Contains(';');

    public override void Cancel() => _command.Cancel();

    public override void Prepare()
    {
        // The driver prepares by itself what comes again.
    }

    public override int ExecuteNonQuery()
    {
        connection.TakeWrites()?.ExecuteNonQuery();
        var (alone, whole) = Compose();
        alone?.ExecuteNonQuery();
        return whole?.ExecuteNonQuery() ?? _command.ExecuteNonQuery();
    }

    public override object? ExecuteScalar()
    {
        using var reader = ExecuteDbDataReader(CommandBehavior.Default);
        return reader.Read() && reader.FieldCount > 0 ? reader.GetValue(0) : null;
    }

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        var whole = await SwitchedAsync(cancellationToken);
        return await (whole?.ExecuteNonQueryAsync(cancellationToken) ?? _command.ExecuteNonQueryAsync(cancellationToken));
    }

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        await using var reader = await ExecuteDbDataReaderAsync(CommandBehavior.Default, cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.FieldCount > 0 ? reader.GetValue(0) : null;
    }

    protected override DbParameter CreateDbParameter() => new NpgsqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        connection.TakeWrites()?.ExecuteNonQuery();
        var (alone, whole) = Compose();
        alone?.ExecuteNonQuery();
        if (whole is null)
        {
            return _command.ExecuteReader(behavior);
        }

        var reader = whole.ExecuteReader(Without(behavior));
        reader.NextResult();
        return reader;
    }

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var whole = await SwitchedAsync(cancellationToken);
        if (whole is null)
        {
            return await _command.ExecuteReaderAsync(behavior, cancellationToken);
        }

        var reader = await whole.ExecuteReaderAsync(Without(behavior), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return reader;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _command.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>With these the driver would stop at the switch, which has a row of its own.</summary>
    private static CommandBehavior Without(CommandBehavior behavior) =>
        behavior & ~(CommandBehavior.SingleResult | CommandBehavior.SingleRow | CommandBehavior.CloseConnection);

    private async ValueTask<NpgsqlBatch?> SwitchedAsync(CancellationToken cancellationToken)
    {
        if (connection.TakeWrites() is { } writes)
        {
            await writes.ExecuteNonQueryAsync(cancellationToken);
        }

        var (alone, whole) = Compose();
        if (alone is not null)
        {
            await alone.ExecuteNonQueryAsync(cancellationToken);
        }

        return whole;
    }

    /// <summary>The switch and the statement as a whole, or the switch alone when they cannot be one; nothing when no switch is due.</summary>
    private (NpgsqlBatch? Alone, NpgsqlBatch? Whole) Compose()
    {
        if (connection.TakeSwitch() is not { } due)
        {
            return default;
        }

        var batch = new NpgsqlBatch(connection.Inner) { Timeout = CommandTimeout, BatchCommands = { due } };
        if (!IsOneStatement)
        {
            return (batch, null);
        }

        var statement = new NpgsqlBatchCommand(CommandText);
        foreach (NpgsqlParameter parameter in _command.Parameters)
        {
            statement.Parameters.Add(parameter.Clone());
        }

        batch.BatchCommands.Add(statement);
        return (null, batch);
    }
}
