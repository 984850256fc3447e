using DrAivBot.Host.Database;

namespace DrAivBot.Host.Privacy;

/// <summary>What is kept about a person outside of any company.</summary>
internal static class AccountRows
{
    public const string Id = "core.users";

    private const string Read = "select to_jsonb(u)::text from core.users u where u.id = $1";

    private const string Chat = "select telegram_id, name from core.users where id = $1";

    private const string CountOf = """
        select 1 + (select count(*) from core.sessions s where s.user_id = $1)
            + (select count(*) from core.live_messages l join core.users u on u.telegram_id = l.chat_id where u.id = $1)
        """;

    /// <summary>Sessions of others that look at the person go as well: what they keep of it is a place, and it is gone.</summary>
    private static readonly string[] Removals =
    [
        "delete from core.sessions where user_id = $1 or position($1::text in data) > 0",
        "delete from core.outbox where chat_id = $2",
        "delete from core.live_messages where chat_id = $2",
        "delete from core.inbox where lane = $2",
        "delete from core.set_aside where chat_id = $2",
        "delete from core.files where position($3 in name) > 0",
        "delete from core.users where id = $1",
    ];

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(TurnDatabase database, Guid user, CancellationToken cancellationToken)
    {
        var rows = new JsonRows();
        await using var reader = await database.CreateHostBatch().Add(Read, Sql.Value(user)).ReadAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows.End();
    }

    public static async Task<long> CountAsync(TurnDatabase database, Guid user, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(CountOf, Sql.Value(user)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : 0;
    }

    /// <summary>Removes all of it.</summary>
    /// <returns>How many rows there were.</returns>
    public static async Task<long> RemoveAsync(TurnDatabase database, Guid user, CancellationToken cancellationToken)
    {
        long chat;
        string name;
        await using (var reader = await database.CreateHostBatch().Add(Chat, Sql.Value(user)).ReadAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return 0;
            }

            (chat, name) = (reader.GetInt64(0), reader.GetString(1));
        }

        // Each statement uses some of the three: the types of the others have to be told.
        var batch = database.CreateHostBatch();
        foreach (var removal in Removals)
        {
            batch.Add($"with given as (select $1::uuid, $2::bigint, $3::text) {removal}", Sql.Value(user), Sql.Value(chat), Sql.Value(name));
        }

        return await batch.ExecuteAsync(cancellationToken);
    }
}
