using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Ends the turns of a group: sessions, outbox, the stored updates and the commit go to the database in one round trip.
/// </summary>
internal sealed class TurnClosing(BotIdentity bot)
{
    /// <summary>SQLSTATE of <c>core.expect</c>: a session or a stored update is no longer what it was when the turn began.</summary>
    public const string Conflict = "DV001";

    // The version proves that the session is the one the turn began with: the first two updates of a new person, on two
    // hosts, have no row to lock.
    private const string SaveSessions = """
        with saved as (
            insert into core.sessions as s (telegram_id, user_id, company_id, state, data, version, expires_at)
            select n.telegram_id, n.user_id, nullif(n.company_id, '00000000-0000-0000-0000-000000000000'), n.state, n.data,
                   n.version + 1, now() + $7
            from unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[])
                as n (telegram_id, user_id, company_id, state, data, version)
            order by n.telegram_id
            on conflict (telegram_id) do update
            set company_id = excluded.company_id, state = excluded.state, data = excluded.data,
                version = excluded.version, expires_at = excluded.expires_at
            where s.version = excluded.version - 1
            returning 1)
        select core.expect((select count(*) from saved), cardinality($1::bigint[]))
        """;

    private const string Forget = """
        with gone as (delete from core.inbox where bot_id = $1 and update_id = any($2) returning 1)
        select core.expect((select count(*) from gone), cardinality($2::bigint[]))
        """;

    private const string Keep = """
        insert into core.inbox (bot_id, update_id, lane, payload, is_suspect)
        select $1, u.id, u.lane, u.payload, u.is_suspect
        from unnest($2::bigint[], $3::bigint[], $4::text[], $5::boolean[]) as u (id, lane, payload, is_suspect)
        """;

    private const string RememberCompany = "update core.users set company_id = $1 where id = $2";

    /// <summary>Commits what the turns came to.</summary>
    /// <param name="database">Their transaction.</param>
    /// <param name="attempts">Turns that are done.</param>
    /// <param name="kept">Updates not stored yet that cannot have their turn now: they are stored.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The messages to hand to delivery; null when there are none.</returns>
    /// <exception cref="Npgsql.PostgresException">With <see cref="Conflict"/>: nothing was kept; run again.</exception>
    public async Task<OutboxInsert?> CloseAsync(TurnDatabase database, IReadOnlyList<TurnAttempt> attempts, IReadOnlyList<OpenedTurn> kept, CancellationToken cancellationToken)
    {
        TurnState[] turns = [.. attempts.Select(attempt => attempt.Turn).OfType<TurnState>()];
        NewMessage[] messages = [.. attempts.Where(attempt => attempt.Outgoing is not null).SelectMany(attempt => OutgoingParts.Of(attempt.Outgoing!), (attempt, part) => new NewMessage(attempt.Turn!.ChatId, part))];
        var outbox = messages.Length > 0 ? new OutboxInsert(bot, messages) : null;
        database.LeaveTurns();
        var batch = database.CreateHostBatch();
        if (outbox is not null)
        {
            batch.Add(OutboxInsert.Sql, outbox.CreateParameters());
        }

        batch.AddWrites();
        if (turns.Length > 0)
        {
            AddSessions(batch, turns);
        }

        AddUpdates(batch, [.. attempts.Where(attempt => !attempt.IsFresh).Select(attempt => attempt.Opened.UpdateId)], kept);
        foreach (var turn in turns)
        {
            if (turn.Member is { } member && member.CompanyId != turn.OpenedIn)
            {
                batch.Add(RememberCompany, Sql.Value(member.CompanyId.Value), Sql.Value(turn.User.Id));
            }
        }

        await using var reader = await batch.ReadAndCommitAsync(cancellationToken);
        if (outbox is not null)
        {
            await outbox.ReadAsync(reader, cancellationToken);
        }

        // An error after the first result shows when its turn comes; only past the last is everything committed.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }

        database.NoteCommitted();
        return outbox;
    }

    private void AddUpdates(HostBatch batch, long[] done, IReadOnlyList<OpenedTurn> kept)
    {
        if (done.Length > 0)
        {
            batch.Add(Forget, Sql.Value(bot.Id), Sql.Values(done));
        }

        if (kept.Count > 0)
        {
            batch.Add(
                Keep,
                Sql.Value(bot.Id),
                Sql.Values([.. kept.Select(turn => turn.UpdateId)]),
                Sql.Values([.. kept.Select(turn => turn.Lane)]),
                Sql.Values([.. kept.Select(turn => turn.Payload)]),
                Sql.Values([.. kept.Select(turn => turn.IsSuspect)]));
        }
    }

    private static void AddSessions(HostBatch batch, TurnState[] turns) => batch.Add(
        SaveSessions,
        Sql.Values([.. turns.Select(turn => turn.User.TelegramId)]),
        Sql.Values([.. turns.Select(turn => turn.User.Id)]),
        Sql.Values([.. turns.Select(turn => turn.Member?.CompanyId.Value ?? Guid.Empty)]),
        Sql.Values([.. turns.Select(TurnParts.NameOfPlace)]),
        Sql.Values([.. turns.Select(turn => turn.Session.Write())]),
        Sql.Values([.. turns.Select(turn => turn.SessionVersion)]),
        Sql.Value(Session.Lifetime));
}
