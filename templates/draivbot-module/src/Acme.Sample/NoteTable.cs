using Dapper;
using DrAivBot.Work;

namespace Acme.Sample;

/// <summary>The SQL of the module. The connection is open, in a transaction, and shows the rows of one company only.</summary>
public sealed class NoteTable(IWork work)
{
    public async Task<IReadOnlyList<Note>> ListAsync(CancellationToken cancellationToken)
    {
        const string sql = "select id, text from sample_id.notes order by id desc";
        var connection = await work.GetConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<Note>(new CommandDefinition(sql, cancellationToken: cancellationToken))];
    }

    public async Task<Note?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        const string sql = "select id, text from sample_id.notes where id = @id";
        var connection = await work.GetConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Note>(new CommandDefinition(sql, new { id }, cancellationToken: cancellationToken));
    }

    public Task<bool> AddAsync(Note note, CancellationToken cancellationToken) =>
        ChangeAsync("insert into sample_id.notes (id, text) values (@Id, @Text)", note, cancellationToken);

    public Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync("delete from sample_id.notes where id = @id", new { id }, cancellationToken);

    private async Task<bool> ChangeAsync(string sql, object values, CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken)) > 0;
    }
}

public sealed record Note(Guid Id, string Text);
