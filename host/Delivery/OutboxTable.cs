using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Delivery;

/// <summary>SQL of the outbox and of the live messages.</summary>
internal sealed class OutboxTable(DatabaseAccess access, BotIdentity bot)
{
    /// <summary>
    /// How long a claim lasts when nobody renews it: a chat whose message was being sent when its host was killed waits
    /// no longer than this.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    private const string FindDue = """
        select distinct chat_id from core.outbox where bot_id = $1 and next_at <= now() limit 1000
        """;

    private const string Claim = """
        update core.outbox o set lease = $3, next_at = now() + $4, attempts = attempts + 1
        from (select id from core.outbox where bot_id = $1 and chat_id = $2 order by id limit 1) head
        where o.id = head.id and o.next_at <= now()
        returning o.id, o.attempts, o.payload,
                  (select message_id from core.live_messages l where l.bot_id = $1 and l.chat_id = $2)
        """;

    private const string Renew = "update core.outbox set next_at = now() + $2 where lease = any($1)";

    private const string Finish = "delete from core.outbox where id = $1 and lease = $2";

    private const string SaveLive = """
        insert into core.live_messages (bot_id, chat_id, message_id) values ($1, $2, $3)
        on conflict (bot_id, chat_id) do update set message_id = excluded.message_id
        """;

    private const string Release = "update core.outbox set lease = null, next_at = now() + $3 where id = $1 and lease = $2";

    private const string MarkUnreachable = "update core.users set unreachable_at = now() where telegram_id = $1";

    private const string SetAside = """
        with refused as (delete from core.outbox where id = $1 and lease = $2 returning *)
        insert into core.set_aside (incident, bot_id, chat_id, kind, error, payload, attempts)
        select 'outbox-' || id, bot_id, chat_id, 'delivery', $3, payload, attempts from refused
        """;

    public async Task<IReadOnlyList<long>> FindDueChatsAsync(CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(FindDue);
        command.Parameters.Add(Sql.Value(bot.Id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var chats = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            chats.Add(reader.GetInt64(0));
        }

        return chats;
    }

    /// <summary>Claims the oldest message of a chat; null when there is none, or it is claimed or paused.</summary>
    public async Task<OutboxMessage?> ClaimAsync(long chatId, CancellationToken cancellationToken)
    {
        var lease = Guid.NewGuid();
        await using var command = access.Host.CreateCommand(Claim);
        Sql.AddTo(command.Parameters, Sql.Value(bot.Id), Sql.Value(chatId), Sql.Value(lease), Sql.Value(Lease));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        return new()
        {
            Id = reader.GetInt64(0),
            ChatId = chatId,
            Lease = lease,
            Attempts = reader.GetInt32(1),
            Content = Read(reader.GetString(2)),
            LiveMessageId = Sql.NumberOrNull(reader, 3),
        };
    }

    /// <summary>Keeps messages that are being sent from being claimed again.</summary>
    public Task RenewAsync(IReadOnlyCollection<Guid> leases, CancellationToken cancellationToken) =>
        ExecuteAsync(cancellationToken, (Renew, [Sql.Values([.. leases]), Sql.Value(Lease)]));

    /// <summary>Deletes a sent message and remembers the live message, if there is a new one.</summary>
    public Task FinishAsync(OutboxMessage message, int? liveMessageId, CancellationToken cancellationToken) =>
        liveMessageId is not { } live || live == message.LiveMessageId || live == 0
            ? ExecuteAsync(cancellationToken, (Finish, [Sql.Value(message.Id), Sql.Value(message.Lease)]))
            : ExecuteAsync(
                cancellationToken,
                (SaveLive, [Sql.Value(bot.Id), Sql.Value(message.ChatId), Sql.Value(live)]),
                (Finish, [Sql.Value(message.Id), Sql.Value(message.Lease)]));

    /// <summary>Deletes a message to somebody who cannot be reached, and remembers that.</summary>
    public Task FinishUnreachableAsync(OutboxMessage message, CancellationToken cancellationToken) => ExecuteAsync(
        cancellationToken,
        (MarkUnreachable, [Sql.Value(message.ChatId)]),
        (Finish, [Sql.Value(message.Id), Sql.Value(message.Lease)]));

    /// <summary>Gives a message back, to be sent after a delay.</summary>
    public Task ReleaseAsync(OutboxMessage message, TimeSpan delay, CancellationToken cancellationToken) => ExecuteAsync(
        cancellationToken,
        (Release, [Sql.Value(message.Id), Sql.Value(message.Lease), Sql.Value(delay)]));

    /// <summary>Takes a message that Telegram will never accept out of the chat's way, for the operator to look at.</summary>
    public Task SetAsideAsync(OutboxMessage message, string reason, CancellationToken cancellationToken) => ExecuteAsync(
        cancellationToken,
        (SetAside, [Sql.Value(message.Id), Sql.Value(message.Lease), Sql.Value(reason)]));

    private static Outgoing? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, OutgoingJson.Default.Outgoing);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task ExecuteAsync(CancellationToken cancellationToken, params (string Text, NpgsqlParameter[] Parameters)[] commands)
    {
        await using var batch = access.Host.CreateBatch();
        foreach (var (text, parameters) in commands)
        {
            var command = new NpgsqlBatchCommand(text);
            command.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
