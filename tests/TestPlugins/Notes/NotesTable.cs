using System.Data.Common;
using DrAivBot.Routing;

namespace DrAivBot.TestPlugins.Notes;

/// <summary>Names no company when it reads, renames or deletes: row level security alone must keep companies apart.</summary>
public sealed class NotesTable(ITurn turn)
{
    public async Task<IReadOnlyList<Note>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync("select id, text from notes.notes order by text, id", [], cancellationToken);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var notes = new List<Note>();
        while (await rows.ReadAsync(cancellationToken))
        {
            notes.Add(new Note(rows.GetGuid(0), rows.GetString(1)));
        }

        return notes;
    }

    public async Task<Note?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync("select text from notes.notes where id = @id", [("id", id)], cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken) is string text ? new Note(id, text) : null;
    }

    public Task<bool> AddAsync(string text, CancellationToken cancellationToken) => ExecuteAsync(
        "insert into notes.notes (company_id, id, text) values (@company, @id, @text)",
        [("company", turn.Member!.CompanyId.Value), ("id", Guid.CreateVersion7(turn.StartedAt)), ("text", text)],
        cancellationToken);

    public Task<bool> RenameAsync(Guid id, string text, CancellationToken cancellationToken) =>
        ExecuteAsync("update notes.notes set text = @text where id = @id", [("id", id), ("text", text)], cancellationToken);

    public Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        ExecuteAsync("delete from notes.notes where id = @id", [("id", id)], cancellationToken);

    private async Task<bool> ExecuteAsync(string sql, (string Name, object Value)[] values, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(sql, values, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private async Task<DbCommand> CommandAsync(string sql, (string Name, object Value)[] values, CancellationToken cancellationToken)
    {
        var connection = await turn.GetConnectionAsync(cancellationToken);
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text that comes here is a constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
