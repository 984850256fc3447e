using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using DrAivBot.Host.Telegram;
using Npgsql;
using NpgsqlTypes;

namespace DrAivBot.Host.Notifications;

/// <summary>SQL of notifications, in the transaction of the work that sends them.</summary>
internal sealed class NotificationTable(BotIdentity bot)
{
    /// <summary>What may go at once goes to the outbox in the same statement; what is held waits for its time, or for its turn in the lane.</summary>
    private const string Insert = """
        with fresh as (
            insert into core.notifications (company_id, id, notification_id, module, user_id, chat_id, is_bulk, class, dedup_key, parts, place, place_label, state, due_at, done_at)
            select c.company_id, n.id, $2, $3, n.user_id, n.chat_id, lane.is_bulk, case when $4 then 2 else 1 end, $5, string_to_array(n.parts, e'\x1e'), $6, n.label,
                   case when n.unreachable then 4 when quiet.until > core.clock() or lane.is_bulk then 0 else 1 end,
                   case when not n.unreachable and (quiet.until > core.clock() or lane.is_bulk) then quiet.until end,
                   case when n.unreachable then core.clock() end
            from unnest($8::uuid[], $9::uuid[], $10::bigint[], $11::boolean[], $12::text[], $13::text[]) as n (id, user_id, chat_id, unreachable, parts, label)
            join core.users u on u.id = n.user_id
            cross join core.companies c
            cross join lateral (
                select case when $7 then core.clock() else core.after_quiet(coalesce(u.time_zone, c.time_zone), c.quiet_from, c.quiet_until) end as until) quiet
            cross join lateral (select $4 or ($14 and quiet.until <= core.clock()) as is_bulk) lane
            order by n.id
            on conflict (company_id, module, user_id, dedup_key) where dedup_key is not null do nothing
            returning company_id, id, chat_id, parts, state)
        insert into core.outbox (bot_id, chat_id, payload, class, company_id, receipt)
        select $1, f.chat_id, part.payload, 1, f.company_id, case when part.place = cardinality(f.parts) then f.id end
        from fresh f cross join lateral unnest(f.parts) with ordinality as part (payload, place)
        where f.state = 1
        order by f.id, part.place
        """;

    private const string Receipts = """
        select user_id, state, done_at from core.notifications where notification_id = $1 and module = $2 order by user_id
        """;

    /// <summary>Cannot stand in JSON, so that it parts what was serialised.</summary>
    private const char Separator = '\x1e';

    public Task InsertAsync(TurnDatabase database, NewNotification notification, CancellationToken cancellationToken) => database.CreateHostBatch().Add(
        Insert,
        Sql.Value(bot.Id),
        Sql.Value(notification.Id),
        Sql.Value(notification.Module),
        Flag(notification.IsBulk),
        Sql.Optional(notification.DedupKey),
        Sql.Optional(notification.Place),
        Flag(notification.IsUrgent),
        Sql.Values([.. notification.Copies.Select(copy => copy.Id)]),
        Sql.Values([.. notification.Copies.Select(copy => copy.To.UserId)]),
        Sql.Values([.. notification.Copies.Select(copy => copy.To.ChatId)]),
        new NpgsqlParameter<bool[]> { TypedValue = [.. notification.Copies.Select(copy => copy.To.IsUnreachable)] },
        Sql.Values([.. notification.Copies.Select(copy => string.Join(Separator, copy.Parts))]),
        new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = notification.Copies.Select(copy => copy.Label).ToArray() },
        Flag(notification.IsPaced))
        .ExecuteAsync(cancellationToken);

    public static async Task<IReadOnlyList<Receipt>> ListReceiptsAsync(TurnDatabase database, Guid notification, string module, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch().Add(Receipts, Sql.Value(notification), Sql.Value(module)).ReadAsync(cancellationToken);
        var receipts = new List<Receipt>();
        while (await reader.ReadAsync(cancellationToken))
        {
            receipts.Add(new()
            {
                User = new(reader.GetGuid(0)),
                State = (ReceiptState)reader.GetInt16(1),
                DoneAt = reader.GetValue(2) is DateTime done ? new DateTimeOffset(done) : null,
            });
        }

        return receipts;
    }

    private static NpgsqlParameter<bool> Flag(bool value) => new() { TypedValue = value };
}

/// <summary>A notification to be stored: one copy a person.</summary>
internal sealed record NewNotification
{
    public required Guid Id { get; init; }

    public required string Module { get; init; }

    public required IReadOnlyList<NotificationCopy> Copies { get; init; }

    public bool IsBulk { get; init; }

    /// <summary>Whether it takes its turn in the lane, where nothing makes it wait for longer.</summary>
    public bool IsPaced { get; init; }

    public bool IsUrgent { get; init; }

    public string? DedupKey { get; init; }

    /// <summary>The place its button opens, encoded.</summary>
    public string? Place { get; init; }
}

/// <summary>A notification as one person gets it.</summary>
internal sealed record NotificationCopy(Guid Id, Addressee To, string[] Parts, string? Label);
