using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Updates;

/// <summary>Ends a turn: session, outbox, the stored update and the commit go to the database in one round trip.</summary>
internal sealed class TurnClosing(BotIdentity bot)
{
    private const string SaveSession = """
        insert into core.sessions (telegram_id, user_id, company_id, state, data, version, expires_at)
        values ($1, $2, $3, $4, $5, 1, now() + $6)
        on conflict (telegram_id) do update
        set company_id = excluded.company_id, state = excluded.state, data = excluded.data,
            version = core.sessions.version + 1, expires_at = excluded.expires_at
        """;

    private const string RememberCompany = "update core.users set company_id = $1 where id = $2";

    private const string Send = "insert into core.outbox (bot_id, chat_id, payload) values ($1, $2, $3)";

    private const string Forget = "delete from core.inbox where bot_id = $1 and update_id = $2";

    /// <summary>Commits what the turn came to.</summary>
    public async Task CloseAsync(TurnState turn, Outgoing? outgoing, string screenName, CancellationToken cancellationToken)
    {
        var batch = turn.Database.CreateHostBatch()
            .Add(
                SaveSession,
                Sql.Value(turn.User.TelegramId),
                Sql.Value(turn.User.Id),
                Sql.Optional(turn.Member?.CompanyId.Value),
                Sql.Value(screenName),
                Sql.Value(turn.Session.Write()),
                Sql.Value(Session.Lifetime))
            .Add(Forget, Sql.Value(bot.Id), Sql.Value(turn.Update.UpdateId));
        if (turn.Member is { } member && member.CompanyId != turn.OpenedIn)
        {
            batch.Add(RememberCompany, Sql.Value(member.CompanyId.Value), Sql.Value(turn.User.Id));
        }

        foreach (var part in outgoing is null ? [] : OutgoingParts.Of(outgoing))
        {
            batch.Add(Send, Sql.Value(bot.Id), Sql.Value(turn.ChatId), Sql.Value(JsonSerializer.Serialize(part, OutgoingJson.Default.Outgoing)));
        }

        await batch.ExecuteAndCommitAsync(cancellationToken);
    }

    /// <summary>Drops an update that asks for nothing.</summary>
    public Task DropAsync(TurnDatabase database, long updateId, CancellationToken cancellationToken) =>
        database.CreateHostBatch().Add(Forget, Sql.Value(bot.Id), Sql.Value(updateId)).ExecuteAndCommitAsync(cancellationToken);
}
