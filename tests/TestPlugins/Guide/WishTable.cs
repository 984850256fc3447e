using Dapper;
using DrAivBot.Work;

namespace DrAivBot.Wishes;

public sealed class WishTable(IWork work)
{
    public async Task<IReadOnlyList<Wish>> ListAsync(bool openOnly, CancellationToken cancellationToken)
    {
        const string sql = "select id, text, division, granted from wishes.wishes where not (granted and @openOnly) order by id desc";
        var connection = await work.GetConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<Wish>(new CommandDefinition(sql, new { openOnly }, cancellationToken: cancellationToken))];
    }

    public async Task<Wish?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        const string sql = "select id, text, division, granted from wishes.wishes where id = @id";
        var connection = await work.GetConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Wish>(new CommandDefinition(sql, new { id }, cancellationToken: cancellationToken));
    }

    public async Task<bool> ExistsAsync(string text, CancellationToken cancellationToken)
    {
        const string sql = "select exists (select from wishes.wishes where text = @text)";
        var connection = await work.GetConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(sql, new { text }, cancellationToken: cancellationToken));
    }

    public Task<bool> AddAsync(Wish wish, CancellationToken cancellationToken) =>
        ChangeAsync("insert into wishes.wishes (id, text, division) values (@Id, @Text, @Division)", wish, cancellationToken);

    public Task<bool> GrantAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync("update wishes.wishes set granted = true where id = @id and not granted", new { id }, cancellationToken);

    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync("delete from wishes.wishes where id = @id", new { id }, cancellationToken);

    public Task<bool> RemoveOfDivisionAsync(int division, CancellationToken cancellationToken) =>
        ChangeAsync("delete from wishes.wishes where division = @division and not granted", new { division }, cancellationToken);

    private async Task<bool> ChangeAsync(string sql, object values, CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken)) > 0;
    }
}

public sealed record Wish(Guid Id, string Text, int Division, bool Granted);
