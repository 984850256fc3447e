using DrAivBot.Host.Database;
using DrAivBot.Privacy;
using Npgsql;

namespace DrAivBot.Host.Privacy;

/// <summary>Rows of core.erasures.</summary>
internal sealed class ErasureTable(TurnDatabase database)
{
    private const string Columns = "id, kind, user_id, company_id, chat_id, language, requested_at, due_at, state, removed, kept";

    private const string Mine = "kind = $1 and case $1 when 'person' then user_id = $2 else company_id = $2 end";

    private const string Insert = """
        insert into core.erasures (id, kind, user_id, company_id, chat_id, language, requested_at, due_at)
        select $1, $2, u.id, $4, u.telegram_id, $5, core.clock(), core.clock() + $6 from core.users u where u.id = $3
        on conflict do nothing
        returning due_at
        """;

    private const string Find = $"select {Columns} from core.erasures where {Mine}";

    private const string Cancel = $"delete from core.erasures where {Mine} and state = 'waiting' returning id";

    private const string Lock = $"select {Columns} from core.erasures where id = $1 and state in ('waiting', 'running') and due_at <= core.clock() for update";

    private const string Start = "update core.erasures set state = 'running' where id = $1";

    private const string Count = "update core.erasures set removed = removed + $2, kept = kept + $3 where id = $1";

    private const string End = """
        update core.erasures set state = $2, proof = $3, done_at = core.clock(), user_id = null, company_id = null, chat_id = null where id = $1
        """;

    /// <returns>When it is due; null when there is one already.</returns>
    public async Task<DateTimeOffset?> InsertAsync(Guid id, DataOwner whose, Guid user, Guid? company, string language, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch()
            .Add(Insert, Sql.Value(id), Sql.Value(KindOf(whose)), Sql.Value(user), Sql.Optional(company), Sql.Value(language), Sql.Value(ErasurePlan.Grace))
            .ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetDateTime(0)) : null;
    }

    public async Task<ErasureRow?> FindAsync(DataOwner whose, Guid subject, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(Find, Sql.Value(KindOf(whose)), Sql.Value(subject)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <returns>Its id; null when there is none that waits.</returns>
    public async Task<Guid?> CancelAsync(DataOwner whose, Guid subject, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(Cancel, Sql.Value(KindOf(whose)), Sql.Value(subject)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetGuid(0) : null;
    }

    /// <summary>Locks one that is due, so that nobody takes it back meanwhile.</summary>
    /// <returns>Null when it was taken back or is over.</returns>
    public async Task<ErasureRow?> LockAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(Lock, Sql.Value(id)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    public Task StartAsync(Guid id, CancellationToken cancellationToken) =>
        database.CreateHostBatch().Add(Start, Sql.Value(id)).ExecuteAsync(cancellationToken);

    /// <summary>Counts what the transaction has removed, so that a repetition counts nothing twice.</summary>
    public Task CountAsync(Guid id, long removed, long kept, CancellationToken cancellationToken) =>
        database.CreateHostBatch().Add(Count, Sql.Value(id), Sql.Value(removed), Sql.Value(kept)).ExecuteAsync(cancellationToken);

    /// <param name="id">The erasure.</param>
    /// <param name="proof">Its number; null when it was stopped.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task EndAsync(Guid id, string? proof, CancellationToken cancellationToken) =>
        database.CreateHostBatch().Add(End, Sql.Value(id), Sql.Value(proof is null ? "stopped" : "done"), Sql.Optional(proof)).ExecuteAsync(cancellationToken);

    private static string KindOf(DataOwner whose) => whose == DataOwner.Company ? "company" : "person";

#pragma warning disable MA0045 // The row is in memory once ReadAsync returned: nothing waits.
    private static ErasureRow Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Whose = row.GetString(1) == "company" ? DataOwner.Company : DataOwner.Person,
        User = row.GetGuid(2),
        Company = Sql.IdOrNull(row, 3),
        Chat = row.GetInt64(4),
        Language = row.GetString(5),
        RequestedAt = new(row.GetDateTime(6)),
        DueAt = new(row.GetDateTime(7)),
        IsRunning = row.GetString(8) == "running",
        Removed = row.GetInt64(9),
        Kept = row.GetInt64(10),
    };
#pragma warning restore MA0045
}
