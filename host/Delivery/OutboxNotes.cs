using DrAivBot.Host.Database;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Delivery;

/// <summary>SQL that notes what became of messages, for many at once.</summary>
internal sealed class OutboxNotes(BotIdentity bot)
{
    private const string Forget = """
        delete from core.outbox o using unnest($1::bigint[], $2::uuid[]) as done (id, lease)
        where o.id = done.id and o.lease = done.lease
        """;

    private const string SaveLive = """
        insert into core.live_messages (bot_id, chat_id, message_id)
        select $1, chat_id, message_id from unnest($2::bigint[], $3::int[]) as shown (chat_id, message_id) order by chat_id
        on conflict (bot_id, chat_id) do update set message_id = excluded.message_id
        """;

    private const string Release = """
        update core.outbox o set lease = null, next_at = now() + later.delay
        from unnest($1::bigint[], $2::uuid[], $3::interval[]) as later (id, lease, delay)
        where o.id = later.id and o.lease = later.lease
        """;

    private const string HoldBulk = """
        insert into core.bulk_pace as p (bot_id, next_at) values ($1, now() + $2)
        on conflict (bot_id) do update set next_at = greatest(p.next_at, excluded.next_at)
        """;

    private const string MarkUnreachable = """
        update core.users set unreachable_at = core.clock() where telegram_id = any($1) and unreachable_at is null
        """;

    private const string SetAside = """
        with refused as (
            delete from core.outbox o using unnest($1::bigint[], $2::uuid[], $3::text[]) as r (id, lease, reason)
            where o.id = r.id and o.lease = r.lease
            returning o.id, o.bot_id, o.chat_id, o.payload, o.attempts, r.reason)
        insert into core.set_aside (incident, bot_id, chat_id, kind, error, payload, attempts)
        select 'outbox-' || id, bot_id, chat_id, 'delivery', reason, payload, attempts from refused
        """;

    private const string Move = "update core.outbox set chat_id = $3, lease = null, next_at = now() where bot_id = $1 and chat_id = $2";

    private const string MoveLive = "update core.live_messages set chat_id = $3 where bot_id = $1 and chat_id = $2 and not exists (select from core.live_messages where bot_id = $1 and chat_id = $3)";

    /// <summary>Who is answered can be reached again. Reads an index of those few who cannot.</summary>
    private const string MarkReachable = "update core.users set unreachable_at = null where telegram_id = any($1) and unreachable_at is not null";

    private const string Tell = "call core.note_receipts($1, $2, $3, $4)";

    /// <summary>Adds to a batch what notes these results.</summary>
    public void AddTo(NpgsqlBatch batch, IReadOnlyList<Delivered> results)
    {
        var gone = results.Where(one => one.Result is DeliveryResult.Sent or DeliveryResult.Unknown or DeliveryResult.Unreachable).ToList();
        if (gone.Count > 0)
        {
            Add(batch, Forget, Ids(gone), Leases(gone));
        }

        if (results.Any(IsAnswered))
        {
            Add(batch, MarkReachable, Sql.Values([.. results.Where(IsAnswered).Select(one => one.Message.ChatId).Order()]));
        }

        AddLive(batch, results);
        foreach (var group in results.GroupBy(one => one.Result))
        {
            AddRare(batch, group.Key, [.. group]);
        }

        AddReceipts(batch, [.. results.Where(one => one.Message.Receipt is not null && one.Result is not (DeliveryResult.Again or DeliveryResult.Moved))]);
    }

    private static bool IsAnswered(Delivered one) => one is { Result: DeliveryResult.Sent, Message.Class: MessageClass.Answer };

    private static void AddReceipts(NpgsqlBatch batch, Delivered[] told)
    {
        if (told.Length > 0)
        {
            Add(
                batch,
                Tell,
                Sql.Values([.. told.Select(one => one.Message.Receipt!.Value.Company)]),
                Sql.Values([.. told.Select(one => one.Message.Receipt!.Value.Id)]),
                new NpgsqlParameter<short[]> { TypedValue = [.. told.Select(StateOf)] },
                new NpgsqlParameter<int[]> { TypedValue = [.. told.Select(one => one.MessageId)] });
        }
    }

    /// <summary>As core.notifications.state and the contracts number it.</summary>
    private static short StateOf(Delivered one) => one.Result switch
    {
        DeliveryResult.Sent => 2,
        DeliveryResult.Unreachable => 4,
        DeliveryResult.Unknown => 5,
        _ => 3,
    };

    private void AddLive(NpgsqlBatch batch, IReadOnlyList<Delivered> results)
    {
        var shown = results.Where(one => one.LiveMessageId is { } live && live != 0 && live != one.Message.LiveMessageId)
            .DistinctBy(one => one.Message.ChatId).ToList();
        if (shown.Count > 0)
        {
            Add(
                batch,
                SaveLive,
                Sql.Value(bot.Id),
                Sql.Values([.. shown.Select(one => one.Message.ChatId)]),
                new NpgsqlParameter<int[]> { TypedValue = [.. shown.Select(one => one.LiveMessageId!.Value)] });
        }
    }

    private void AddRare(NpgsqlBatch batch, DeliveryResult result, IReadOnlyList<Delivered> some)
    {
        switch (result)
        {
            case DeliveryResult.Unreachable:
                Add(batch, MarkUnreachable, Sql.Values([.. some.Select(one => one.Message.ChatId).Order()]));
                break;
            case DeliveryResult.Again:
                Add(batch, Release, Ids(some), Leases(some), new NpgsqlParameter<TimeSpan[]> { TypedValue = [.. some.Select(one => one.Delay)] });
                if (some.Any(one => one.HoldsBulk))
                {
                    Add(batch, HoldBulk, Sql.Value(bot.Id), Sql.Value(some.Where(one => one.HoldsBulk).Max(one => one.Delay)));
                }

                break;
            case DeliveryResult.SetAside:
                Add(batch, SetAside, Ids(some), Leases(some), Sql.Values([.. some.Select(one => Clean(one.Reason))]));
                break;
            case DeliveryResult.Moved:
                foreach (var moved in some)
                {
                    Add(batch, Move, Sql.Value(bot.Id), Sql.Value(moved.Message.ChatId), Sql.Value(moved.NewChatId));
                    Add(batch, MoveLive, Sql.Value(bot.Id), Sql.Value(moved.Message.ChatId), Sql.Value(moved.NewChatId));
                }

                break;
            default:
                break;
        }
    }

    private static NpgsqlParameter Ids(IEnumerable<Delivered> some) => Sql.Values([.. some.Select(one => one.Message.Id)]);

    private static NpgsqlParameter Leases(IEnumerable<Delivered> some) => Sql.Values([.. some.Select(one => one.Message.Lease)]);

    /// <summary>PostgreSQL takes no NUL in a text.</summary>
    private static string Clean(string? reason) => (reason ?? "").Replace("\0", "", StringComparison.Ordinal);

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        Sql.AddTo(command.Parameters, parameters);
        batch.BatchCommands.Add(command);
    }
}
