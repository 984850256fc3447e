using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>
/// SQL of the host within a turn, sent in one round trip: it runs under the host's role and company whatever a module
/// did before, and leaves the module's role as it was. Used once.
/// </summary>
internal sealed class HostBatch(TurnDatabase database)
{
    private readonly List<NpgsqlBatchCommand> _commands = [];

    /// <summary>How many statements were added.</summary>
    public int Count => _commands.Count;

    /// <summary>Adds a statement with parameters <c>$1</c>, <c>$2</c>…</summary>
    /// <param name="sql">One statement, names qualified by their schema.</param>
    /// <param name="parameters">
    /// Typed, so that no value is boxed: <c>new NpgsqlParameter&lt;long&gt; { TypedValue = 1 }</c>, or any parameter.
    /// </param>
    /// <returns>This batch.</returns>
    public HostBatch Add(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        _commands.Add(command);
        return this;
    }

    /// <summary>Adds what modules write at the end, after which the host speaks again; their results come between those of the host.</summary>
    /// <returns>This batch.</returns>
    public HostBatch AddWrites()
    {
        var writes = database.TakeWrites();
        if (writes.Count > 0)
        {
            _commands.AddRange(writes);
            _commands.Add(database.TakeSwitch(null)!);
        }

        return this;
    }

    /// <summary>Runs the statements.</summary>
    /// <returns>The rows changed by all of them.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var batch = Compose(commits: false, out _);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs the statements and commits in the same round trip. Nothing may follow in this turn.</summary>
    /// <returns>The rows changed by all of them.</returns>
    public async Task<int> ExecuteAndCommitAsync(CancellationToken cancellationToken)
    {
        await using var batch = Compose(commits: true, out _);
        var changed = await batch.ExecuteNonQueryAsync(cancellationToken);
        database.NoteCommitted();
        return changed;
    }

    /// <summary>Runs the statements.</summary>
    /// <returns>A reader on the result of the first statement that has one; the caller disposes it.</returns>
    public Task<NpgsqlDataReader> ReadAsync(CancellationToken cancellationToken) => ReadAsync(commits: false, cancellationToken);

    /// <summary>
    /// Runs the statements and commits in the same round trip. Once the reader has passed the last result without an error,
    /// call <see cref="TurnDatabase.NoteCommitted"/>.
    /// </summary>
    /// <returns>A reader on the result of the first statement that has one; the caller disposes it.</returns>
    public Task<NpgsqlDataReader> ReadAndCommitAsync(CancellationToken cancellationToken) => ReadAsync(commits: true, cancellationToken);

    private async Task<NpgsqlDataReader> ReadAsync(bool commits, CancellationToken cancellationToken)
    {
        var batch = Compose(commits, out var hidden);
        var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (; hidden > 0; hidden--)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        return reader;
    }

    private NpgsqlBatch Compose(bool commits, out int hidden)
    {
        var batch = new NpgsqlBatch(database.Connection);
        var module = database.Module;
        hidden = 0;
        if (database.TakeSwitch(null) is { } leave)
        {
            batch.BatchCommands.Add(leave);
            hidden = 1;
        }

        _commands.ForEach(batch.BatchCommands.Add);
        if (commits)
        {
            batch.BatchCommands.Add(new("commit"));
        }
        else if (module is not null)
        {
            batch.BatchCommands.Add(database.Return(module));
        }

        return batch;
    }
}
