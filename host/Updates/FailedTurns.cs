using System.Security.Cryptography;
using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Keeps account of updates whose turn failed: tries again with growing delay, and after the last try sets the update
/// aside, tells the user an incident code, and lets the lane go on.
/// </summary>
internal sealed partial class FailedTurns(
    DatabaseAccess access, BotIdentity bot, TextCatalogue coreTexts, OperatorAlerts alerts, ILogger<FailedTurns> logger)
{
    /// <summary>How often an update may fail, or end the process while it runs alone.</summary>
    public const int MaxAttempts = 3;

    private const int CodeLength = 8;

    /// <summary>Without letters and digits that are mistaken for one another when read aloud.</summary>
    private const string CodeAlphabet = "ACDEFGHJKLMNPQRTUVWXY34679";

    private const string TryLater = """
        update core.inbox set attempts = attempts + 1, next_at = now() + $3 where bot_id = $1 and update_id = $2
        """;

    private const string FindHead = """
        select update_id, attempts from core.inbox where bot_id = $1 and lane = $2 and next_at <= now() order by update_id limit 1
        """;

    private const string SetAside = """
        with failed as (delete from core.inbox where bot_id = $1 and update_id = $2 returning *)
        insert into core.set_aside (incident, bot_id, update_id, chat_id, kind, module, route, error, payload, attempts)
        select $3, bot_id, update_id, $4, 'update', $5, $6, $7, payload, attempts + 1 from failed
        """;

    private const string Tell = "insert into core.outbox (bot_id, chat_id, payload) values ($1, $2, $3)";

    /// <summary>Whether the update was set aside; otherwise it is tried again.</summary>
    /// <param name="lane">The lane it is the head of.</param>
    /// <param name="attempt">Null when it failed before it was read.</param>
    /// <param name="failure">Why.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<bool> RecordAsync(long lane, TurnAttempt? attempt, Exception failure, CancellationToken cancellationToken)
    {
        await using var database = await TurnDatabase.OpenAsync(access, cancellationToken);
        var head = attempt is null
            ? await FindHeadAsync(database, lane, cancellationToken)
            : (attempt.Opened.UpdateId, attempt.Opened.Attempts);
        if (head is not var (updateId, attempts))
        {
            return false;
        }

        if (attempts + 1 < MaxAttempts && failure is not ProcessCrashedException)
        {
            await database.CreateHostBatch()
                .Add(TryLater, Sql.Value(bot.Id), Sql.Value(updateId), Sql.Value(TimeSpan.FromMilliseconds(300 * Math.Pow(4, attempts))))
                .ExecuteAndCommitAsync(cancellationToken);
            return false;
        }

        var incident = RandomNumberGenerator.GetString(CodeAlphabet, CodeLength);
        var chat = attempt?.ChatId ?? lane;
        await database.CreateHostBatch()
            .Add(
                SetAside,
                Sql.Value(bot.Id),
                Sql.Value(updateId),
                Sql.Value(incident),
                Sql.Value(chat),
                Sql.Optional(attempt?.Route?.Split('.')[0]),
                Sql.Optional(attempt?.Route),
                Sql.Value(failure.GetType().FullName!))
            .Add(Tell, Sql.Value(bot.Id), Sql.Value(chat), Sql.Value(Apologise(attempt, incident)))
            .ExecuteAndCommitAsync(cancellationToken);
        LogSetAside(updateId, attempt?.Route, attempts + 1, incident);
        alerts.Raise("core.alert.update_set_aside", ("route", attempt?.Route ?? "—"), ("attempts", attempts + 1), ("code", incident));
        return true;
    }

    private async Task<(long UpdateId, int Attempts)?> FindHeadAsync(TurnDatabase database, long lane, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(FindHead, Sql.Value(bot.Id), Sql.Value(lane)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt32(1)) : null;
    }

    /// <summary>Ends the database session of a handler that does not return, so that what it still does cannot commit.</summary>
    public async Task AbandonAsync(int processId)
    {
        await using var command = access.Host.CreateCommand("select pg_terminate_backend($1)");
        command.Parameters.Add(Sql.Value(processId));
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private string Apologise(TurnAttempt? attempt, string incident)
    {
        var language = Language.For(attempt?.Opened.User?.Language ?? attempt?.Update.From?.LanguageCode);
        var text = new ModuleText(coreTexts, coreTexts, language);
        return JsonSerializer.Serialize(
            new Outgoing
            {
                CallbackId = attempt?.Update.CallbackId,
                Screen = new() { Html = text.GetMarkup("core.incident", ("code", incident)).Html, IsNotice = true },
            },
            OutgoingJson.Plain.Outgoing);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {UpdateId} was set aside after {Attempts} attempts in {Route}; the user has incident code {Incident}")]
    private partial void LogSetAside(long updateId, string? route, int attempts, string incident);
}
