using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Telegram;
using DrAivBot.Organisation;
using DrAivBot.Screens;
using Npgsql;

namespace DrAivBot.Host.Notifications;

/// <summary>
/// Lets go what was held: notifications after quiet hours, one by one or as a digest; and shows progress. Any number of
/// hosts may do so at once.
/// </summary>
internal sealed partial class NotificationRelease(
    DatabaseAccess access, BotIdentity bot, OutboxDispatcher outbox, DigestWriter digests, TimeProvider time, ILogger<NotificationRelease> logger)
{
    /// <summary>More than this many that waited come as one digest.</summary>
    public const int MostSingle = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private const string FindDue = "select company_id, user_id from core.due_notifications()";

    private const string TakeDue = """
        select n.id, n.chat_id, n.parts[1], coalesce(u.language, u.language_code)
        from core.notifications n join core.users u on u.id = n.user_id
        where n.user_id = $1 and n.state = 0 and not n.is_bulk and n.due_at <= core.clock()
        order by n.number
        for update of n skip locked
        """;

    private const string ReleaseSingle = """
        with released as (
            update core.notifications set state = 1, due_at = null where id = any($2)
            returning company_id, id, number, chat_id, parts)
        insert into core.outbox (bot_id, chat_id, payload, class, company_id, receipt)
        select $1, r.chat_id, part.payload, 1, r.company_id, case when part.place = cardinality(r.parts) then r.id end
        from released r cross join lateral unnest(r.parts) with ordinality as part (payload, place)
        order by r.number, part.place
        """;

    private const string ReleaseDigest = """
        with released as (
            update core.notifications set state = 1, due_at = null, digest_id = $3 where id = any($2)
            returning company_id, chat_id)
        insert into core.outbox (bot_id, chat_id, payload, class, company_id, receipt)
        select $1, chat_id, $4, 1, company_id, $3 from released limit 1
        """;

    private const string ShowProgress = "select core.show_progress($1)";

    /// <summary>Runs until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await Ticking.NextAsync(timer, stopping))
        {
            try
            {
                await ReleaseDueAsync(stopping);
                await SignalAsync(ShowProgress, stopping);
            }
            catch (NpgsqlException away)
            {
                LogAway(away.GetType().Name, away.SqlState);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Releases what is due, once.</summary>
    /// <returns>How many people were told something.</returns>
    public async Task<int> ReleaseDueAsync(CancellationToken cancellationToken)
    {
        var due = new List<(Guid Company, Guid User)>();
        await using (var command = access.Host.CreateCommand(FindDue))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                due.Add((reader.GetGuid(0), reader.GetGuid(1)));
            }
        }

        foreach (var (company, user) in due)
        {
            await ReleaseAsync(new(company), user, cancellationToken);
        }

        return due.Count;
    }

    private async Task ReleaseAsync(CompanyId company, Guid user, CancellationToken cancellationToken)
    {
        await using var database = await TurnDatabase.OpenAsync(access, cancellationToken);
        await database.UseCompanyAsync(company, cancellationToken);
        var held = await TakeAsync(database, user, cancellationToken);
        if (held.Count == 0)
        {
            return;
        }

        Guid[] ids = [.. held.Select(one => one.Id)];
        var batch = database.CreateHostBatch();
        if (held.Count <= MostSingle)
        {
            batch.Add(ReleaseSingle, Sql.Value(bot.Id), Sql.Values(ids));
        }
        else
        {
            var digest = Guid.CreateVersion7(time.GetUtcNow());
            var payload = digests.Write(digest, company, held);
            batch.Add(ReleaseDigest, Sql.Value(bot.Id), Sql.Values(ids), Sql.Value(digest), Sql.Value(payload));
        }

        await batch.ExecuteAndCommitAsync(cancellationToken);
        outbox.Signal(held[0].ChatId);
    }

    private static async Task<List<HeldNotification>> TakeAsync(TurnDatabase database, Guid user, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(TakeDue, Sql.Value(user)).ReadAsync(cancellationToken);
        var held = new List<HeldNotification>();
        while (await reader.ReadAsync(cancellationToken))
        {
            held.Add(new(reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2), Sql.TextOrNull(reader, 3)));
        }

        return held;
    }

    private async Task SignalAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(sql);
        command.Parameters.Add(Sql.Value(bot.Id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            outbox.Signal(reader.GetInt64(0));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Held notifications could not be released ({Error} {SqlState}); tried again")]
    private partial void LogAway(string error, string? sqlState);
}

/// <summary>A notification that waited: its first message, as the outbox would hold it.</summary>
internal sealed record HeldNotification(Guid Id, long ChatId, string FirstPart, string? Language)
{
    /// <summary>Its first line.</summary>
    public Markup Line => JsonSerializer.Deserialize(FirstPart, OutgoingJson.Plain.Outgoing)?.Screen is { } screen
        ? Markup.FromTrustedHtml(HtmlSplit.FirstLine(screen.Html, 120))
        : Markup.Plain("📎");
}
