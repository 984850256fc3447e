using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>
/// The connection of a turn as a module sees it: open, in the turn's transaction, under the module's role and the user's
/// company, which travel with the first statement and cost no round trip. It ends with the turn: a handler that goes on
/// afterwards would write into somebody else's.
/// </summary>
internal sealed class TurnConnection(TurnDatabase database, string moduleId) : DbConnection
{
    private readonly int _turn = database.Turn;

    [AllowNull]
    public override string ConnectionString
    {
        get => "";
        set => throw Fixed();
    }

    public override string Database => Inner.Database;

    public override string DataSource => Inner.DataSource;

    public override string ServerVersion => Inner.ServerVersion;

    public override ConnectionState State => _turn == database.Turn ? Inner.State : ConnectionState.Closed;

    /// <summary>The connection itself; a module's statement goes through <see cref="TakeSwitch"/> first.</summary>
    internal NpgsqlConnection Inner => database.Connection;

    public override void ChangeDatabase(string databaseName) => throw Fixed();

    public override void Close()
    {
        // Belongs to the turn, which closes it; a module's "using" does no harm.
    }

    public override Task CloseAsync() => Task.CompletedTask;

    public override void Open()
    {
        // It is open.
    }

    public override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What must go before a statement of this turn, in one round trip with it; null for nothing.</summary>
    /// <exception cref="InvalidOperationException">The turn is over.</exception>
    internal NpgsqlBatchCommand? TakeSwitch() => _turn == database.Turn
        ? database.TakeSwitch(moduleId)
        : throw new InvalidOperationException($"The turn of module '{moduleId}' is over; its connection takes no more statements. Await all of its work before the handler returns, or use a job.");

    /// <summary>What was written before, to be run before the next statement; null for nothing.</summary>
    internal NpgsqlBatch? TakeWrites()
    {
        var writes = database.TakeWrites();
        if (writes.Count == 0)
        {
            return null;
        }

        var batch = new NpgsqlBatch(Inner);
        foreach (var write in writes)
        {
            batch.BatchCommands.Add(write);
        }

        return batch;
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new InvalidOperationException("A turn is one transaction, which the host begins and commits. Use the connection as it is; what must happen apart from the turn belongs into a job.");

    protected override DbCommand CreateDbCommand() => new TurnCommand(this);

    private static InvalidOperationException Fixed() => new("The connection of a turn is the host's: it cannot be turned to another database.");
}
