using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Delivery;

/// <summary>SQL that hands out the messages of the outbox.</summary>
internal sealed class OutboxTable(DatabaseAccess access, BotIdentity bot)
{
    /// <summary>
    /// How long a claim lasts when nobody renews it: a chat whose message was being sent when its host was killed waits
    /// no longer than this.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    /// <summary>Only the oldest message of a chat counts: what lies behind one that waits cannot be sent either.</summary>
    private const string FindDue = """
        select chat_id from (
            select distinct on (chat_id) chat_id, id, next_at from core.outbox where bot_id = $1 order by chat_id, id) head
        where next_at <= now()
        order by id
        limit 1000
        """;

    /// <summary>
    /// The row lock is taken on the oldest only, and skipped rather than waited for: another host is just claiming it, and
    /// the next oldest must not overtake it.
    /// </summary>
    private const string Claim = """
        with heads as materialized (
            select o.id
            from unnest($2::bigint[]) as wanted (chat_id)
            cross join lateral (
                select id from core.outbox where bot_id = $1 and chat_id = wanted.chat_id order by id limit 1) head
            join core.outbox o on o.id = head.id
            where o.next_at <= now()
              and not exists (select from core.outbox busy where busy.bot_id = $1 and busy.chat_id = wanted.chat_id and busy.lease is not null and busy.next_at > now())
            for update of o skip locked)
        update core.outbox o set lease = $3, next_at = now() + $4, attempts = attempts + 1
        from heads
        where o.id = heads.id
        returning o.id, o.chat_id, o.attempts, o.class, o.payload,
                  (select message_id from core.live_messages l where l.bot_id = o.bot_id and l.chat_id = o.chat_id),
                  o.company_id, o.receipt
        """;

    private const string Renew = "update core.outbox set next_at = now() + $3 where id = any($1) and lease = any($2) returning id";

    public async Task<IReadOnlyList<long>> FindDueChatsAsync(CancellationToken cancellationToken) =>
        await ReadIdsAsync(FindDue, cancellationToken, Sql.Value(bot.Id));

    /// <summary>Claims the oldest message of each chat, where there is one that is due and free.</summary>
    public NpgsqlBatchCommand CreateClaim(long[] chats, Guid lease)
    {
        var command = new NpgsqlBatchCommand(Claim);
        Sql.AddTo(command.Parameters, Sql.Value(bot.Id), Sql.Values(chats), Sql.Value(lease), Sql.Value(Lease));
        return command;
    }

    public static async Task<IReadOnlyList<OutboxMessage>> ReadClaimedAsync(NpgsqlDataReader reader, Guid lease, CancellationToken cancellationToken)
    {
        var claimed = new List<OutboxMessage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            claimed.Add(new()
            {
                Id = reader.GetInt64(0),
                ChatId = reader.GetInt64(1),
                Lease = lease,
                Attempts = reader.GetInt32(2),
                Class = (MessageClass)reader.GetInt16(3),
                Content = Read(reader.GetString(4)),
                LiveMessageId = Sql.NumberOrNull(reader, 5),
                Receipt = Sql.IdOrNull(reader, 6) is { } company && Sql.IdOrNull(reader, 7) is { } receipt ? (company, receipt) : null,
            });
        }

        return claimed;
    }

    /// <summary>Keeps messages in hand from being claimed again.</summary>
    /// <returns>The ids still in hand; the others were lost to another host.</returns>
    public Task<IReadOnlyList<long>> RenewAsync(IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken) => ReadIdsAsync(
        Renew,
        cancellationToken,
        Sql.Values([.. messages.Select(message => message.Id)]),
        Sql.Values([.. messages.Select(message => message.Lease).Distinct()]),
        Sql.Value(Lease));

    private async Task<IReadOnlyList<long>> ReadIdsAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = access.Host.CreateCommand(sql);
        Sql.AddTo(command.Parameters, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }

    private static Outgoing? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, OutgoingJson.Plain.Outgoing);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
