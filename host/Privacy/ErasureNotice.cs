using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Telegram;
using DrAivBot.Screens;

namespace DrAivBot.Host.Privacy;

/// <summary>Tells somebody who may be no member of anything any more. The message is all that is left, until it is delivered.</summary>
internal sealed class ErasureNotice(BotIdentity bot, OutboxDispatcher outbox)
{
    private const string Insert = "insert into core.outbox (bot_id, chat_id, payload, class) values ($1, $2, $3, 1)";

    public async Task WriteAsync(TurnDatabase database, long chat, Markup text, CancellationToken cancellationToken)
    {
        var message = new Outgoing { Screen = new() { Html = text.Html, IsNotice = true } };
        await database.CreateHostBatch()
            .Add(Insert, Sql.Value(bot.Id), Sql.Value(chat), Sql.Value(JsonSerializer.Serialize(message, OutgoingJson.Plain.Outgoing)))
            .ExecuteAsync(cancellationToken);
        database.Committed += () => outbox.Signal(chat);
    }
}
