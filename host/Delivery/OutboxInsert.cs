using System.Text.Json;
using DrAivBot.Host.Telegram;
using Npgsql;
using Parameter = DrAivBot.Host.Database.Sql;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// Puts the messages of one or many turns into the outbox with one statement, claimed by this host where nothing older
/// waits in their chat: what is in memory need not be read back. Run <see cref="Sql"/> with <see cref="CreateParameters"/>
/// in the turns' transaction, read its rows with <see cref="ReadAsync"/>, and after the commit hand this to
/// <see cref="OutboxDispatcher.Accept"/>. Without the commit, forget it. Used once.
/// </summary>
internal sealed class OutboxInsert
{
    /// <summary>
    /// Of several messages to one chat only the first is claimed. The live message comes from the same snapshot that
    /// found the chat empty, so it is the one the message before left. The look into the outbox is written so that the
    /// planner can only use the index, however small it believes the table to be: dead rows make a scan expensive.
    /// </summary>
    public const string Sql = """
        insert into core.outbox (bot_id, chat_id, payload, class, lease, attempts, next_at)
        select $1, n.chat_id, n.payload, n.class,
               case when c.free then $5 end, case when c.free then 1 else 0 end, case when c.free then now() + $6 else now() end
        from unnest($2::bigint[], $3::text[], $4::smallint[]) with ordinality as n (chat_id, payload, class, at)
        cross join lateral (
            select array_position($2::bigint[], n.chat_id) = n.at
                and (select o.id from core.outbox o where o.bot_id = $1 and o.chat_id = n.chat_id limit 1) is null as free
            offset 0) c
        order by n.at
        returning id, lease is not null,
            (select l.message_id from core.live_messages l where l.bot_id = outbox.bot_id and l.chat_id = outbox.chat_id)
        """;

    private readonly Guid _lease = Guid.NewGuid();
    private readonly BotIdentity _bot;
    private readonly IReadOnlyList<NewMessage> _messages;
    private readonly List<OutboxMessage> _claimed = [];
    private readonly List<long> _others = [];

    public OutboxInsert(BotIdentity bot, IReadOnlyList<NewMessage> messages)
    {
        _bot = bot;
        _messages = messages.Any(message => OutgoingParts.AreNeeded(message.Content))
            ? [.. messages.SelectMany(message => OutgoingParts.Of(message.Content).Select(part => message with { Content = part }))]
            : messages;
    }

    /// <summary>Messages this host has claimed.</summary>
    public IReadOnlyList<OutboxMessage> Claimed => _claimed;

    /// <summary>Chats whose message waits for an older one.</summary>
    public IReadOnlyList<long> Others => _others;

    /// <summary>
    /// Takes out of a chat's message what can travel with an acknowledgement: the answer to a press, or else the buttons of
    /// the screen before. Neither is worth being stored: who never gets it can do without.
    /// </summary>
    /// <returns>Null when there is nothing to take.</returns>
    public WebhookReply? TakeReply(long chatId)
    {
        var index = _claimed.FindIndex(message => message.ChatId == chatId);
        if (index < 0 || _claimed[index] is not { Content: { } content } message)
        {
            return null;
        }

        if (content.CallbackId is { } press)
        {
            _claimed[index] = message with { Content = content with { CallbackId = null, Toast = null } };
            return WebhookReply.Answer(press, content.Toast);
        }

        if (message.KeyboardToRemove is not { } old)
        {
            return null;
        }

        _claimed[index] = message with { LiveMessageId = null };
        return WebhookReply.RemoveKeyboard(chatId, old);
    }

    public NpgsqlParameter[] CreateParameters() =>
    [
        Parameter.Value(_bot.Id),
        Parameter.Values([.. _messages.Select(message => message.ChatId)]),
        Parameter.Values([.. _messages.Select(message => JsonSerializer.Serialize(message.Content, OutgoingJson.Plain.Outgoing))]),
        new NpgsqlParameter<short[]> { TypedValue = [.. _messages.Select(message => (short)message.Class)] },
        Parameter.Value(_lease),
        Parameter.Value(OutboxTable.Lease),
    ];

    /// <summary>Reads what the statement returned: one row a message, in their order.</summary>
    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        foreach (var message in _messages)
        {
            await reader.ReadAsync(cancellationToken);
            if (!reader.GetBoolean(1))
            {
                _others.Add(message.ChatId);
                continue;
            }

            _claimed.Add(new()
            {
                Id = reader.GetInt64(0),
                ChatId = message.ChatId,
                Lease = _lease,
                Attempts = 1,
                Content = message.Content,
                Class = message.Class,
                LiveMessageId = Parameter.NumberOrNull(reader, 2),
            });
        }
    }
}
