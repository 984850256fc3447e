using System.Text.Json;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;
using Npgsql;

namespace DrAivBot.Host.Notifications;

/// <summary>Writes the operator's alerts into the outbox, in the language the operator reads.</summary>
internal sealed partial class AlertSender(
    OperatorAlerts alerts, TelegramSettings settings, DatabaseAccess access, BotIdentity bot, TextCatalogue coreTexts, OutboxDispatcher outbox, ILogger<AlertSender> logger)
{
    private const string FindLanguage = "select coalesce(language, language_code) from core.users where telegram_id = $1";

    private const string Insert = "insert into core.outbox (bot_id, chat_id, payload, class) values ($1, $2, $3, 4)";

    /// <summary>Runs until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var alert in alerts.Reader.ReadAllAsync(stopping))
            {
                await SendAsync(alert, settings.AlertChat!.Value, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was raised stands in the log as well.
        }
    }

    private async Task SendAsync(OperatorAlert alert, long chat, CancellationToken cancellationToken)
    {
        try
        {
            await using var find = access.Host.CreateCommand(FindLanguage);
            find.Parameters.Add(Sql.Value(chat));
            var text = new ModuleText(coreTexts, coreTexts, Language.For(await find.ExecuteScalarAsync(cancellationToken) as string));
            var message = new Outgoing { Screen = new() { Html = text.GetMarkup(alert.Key, alert.Values).Html, IsNotice = true } };
            await using var insert = access.Host.CreateCommand(Insert);
            Sql.AddTo(insert.Parameters, Sql.Value(bot.Id), Sql.Value(chat), Sql.Value(JsonSerializer.Serialize(message, OutgoingJson.Plain.Outgoing)));
            await insert.ExecuteNonQueryAsync(cancellationToken);
            outbox.Signal(chat);
        }
        catch (NpgsqlException away)
        {
            LogAway(alert.Key, away.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The alert {Alert} could not be sent: the database is away ({Error})")]
    private partial void LogAway(string alert, string error);
}
