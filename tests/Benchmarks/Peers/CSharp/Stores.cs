using System.Collections.Concurrent;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace CSharpPeer;

/// <summary>How one update's session read, event insert and session write reach the database.</summary>
public interface ITurnStore
{
    /// <summary>The reply to send, or null when this update was handled before.</summary>
    ValueTask<string?> ApplyAsync(Incoming update);
    /// <summary>Called after the reply went out (used by the outbox).</summary>
    void Sent(Incoming update) { }
}

internal static class Sql
{
    public const string Load = "SELECT company_id, state, data, last_update_id FROM sessions WHERE telegram_id = $1";
    public const string Insert = "INSERT INTO events (update_id, company_id, telegram_id, kind, payload) VALUES ($1, $2, $3, $4, $5)";
    public const string Save = "UPDATE sessions SET state = $2, data = $3, last_update_id = $4, updated_at = now(), expires_at = now() + interval '24 hours' WHERE telegram_id = $1";
    /// <summary>Both writes in one statement: atomic without BEGIN/COMMIT, and a no-op unless the row is as it was read.</summary>
    public const string SaveAndInsert =
        "WITH s AS (UPDATE sessions SET state = $2, data = $3, last_update_id = $4, updated_at = now(), expires_at = now() + interval '24 hours' " +
        "WHERE telegram_id = $1 AND last_update_id = $7 RETURNING company_id) " +
        "INSERT INTO events (update_id, company_id, telegram_id, kind, payload) SELECT $4, company_id, $1, $5, $6 FROM s";
    public const string Outbox = "INSERT INTO outbox (update_id, chat_id, body) VALUES ($1, $2, $3)";

    public static NpgsqlParameter P(long v) => new NpgsqlParameter<long> { TypedValue = v };
    public static NpgsqlParameter P(int v) => new NpgsqlParameter<int> { TypedValue = v };
    public static NpgsqlParameter P(string v) => new NpgsqlParameter<string> { TypedValue = v };
    public static NpgsqlParameter Json(byte[] v) => new NpgsqlParameter<byte[]> { TypedValue = v, NpgsqlDbType = NpgsqlDbType.Jsonb };

    public static byte[] Bytes(SessionData data) => JsonSerializer.SerializeToUtf8Bytes(data, WorkJson.Default.SessionData);
    public static SessionData Data(byte[] json) => JsonSerializer.Deserialize(json, WorkJson.Default.SessionData)!;

    public static Session Read(NpgsqlDataReader r) => new()
    {
        CompanyId = r.GetInt32(0), State = r.GetString(1), Data = Data(r.GetFieldValue<byte[]>(2)), LastUpdateId = r.GetInt64(3),
    };
}

/// <summary>No database: the HTTP-only ceiling.</summary>
public sealed class MemoryStore : ITurnStore
{
    private readonly ConcurrentDictionary<long, Session> _sessions = new();

    public ValueTask<string?> ApplyAsync(Incoming u)
    {
        var s = _sessions.GetOrAdd(u.ChatId, _ => new Session { CompanyId = 1, State = "menu", Data = new() });
        lock (s) return new(Work.Handle(s, u).Reply);
    }
}

/// <summary>The textbook way: BEGIN; SELECT ... FOR UPDATE; INSERT; UPDATE; COMMIT — four round trips (BEGIN rides along).</summary>
public sealed class TransactionStore(NpgsqlDataSource db) : ITurnStore
{
    public async ValueTask<string?> ApplyAsync(Incoming u)
    {
        await using var c = await db.OpenConnectionAsync();
        await using var tx = await c.BeginTransactionAsync();
        Session s;
        await using (var load = new NpgsqlCommand(Sql.Load + " FOR UPDATE", c, tx) { Parameters = { Sql.P(u.ChatId) } })
        await using (var r = await load.ExecuteReaderAsync())
        {
            await r.ReadAsync();
            s = Sql.Read(r);
        }
        if (s.LastUpdateId >= u.UpdateId) return null;
        var o = Work.Handle(s, u);
        await using (var insert = new NpgsqlCommand(Sql.Insert, c, tx) { Parameters = { Sql.P((long)u.UpdateId), Sql.P(s.CompanyId), Sql.P(u.ChatId), Sql.P(o.Kind), Sql.Json(o.Payload) } })
            await insert.ExecuteNonQueryAsync();
        await using (var save = new NpgsqlCommand(Sql.Save, c, tx) { Parameters = { Sql.P(u.ChatId), Sql.P(s.State), Sql.Json(Sql.Bytes(s.Data)), Sql.P((long)u.UpdateId) } })
            await save.ExecuteNonQueryAsync();
        await tx.CommitAsync();
        return o.Reply;
    }
}

/// <summary>Two round trips: SELECT, then one NpgsqlBatch (its implicit transaction holds INSERT and UPDATE). Optionally an outbox row.</summary>
public sealed class BatchStore(NpgsqlDataSource db, bool outbox) : ITurnStore
{
    private readonly ConcurrentQueue<long> _sent = new();
    private Timer? _sweep;

    public async ValueTask<string?> ApplyAsync(Incoming u)
    {
        await using var c = await db.OpenConnectionAsync();
        Session s;
        await using (var load = new NpgsqlCommand(Sql.Load, c) { Parameters = { Sql.P(u.ChatId) } })
        await using (var r = await load.ExecuteReaderAsync())
        {
            await r.ReadAsync();
            s = Sql.Read(r);
        }
        if (s.LastUpdateId >= u.UpdateId) return null;
        var o = Work.Handle(s, u);
        await using var batch = new NpgsqlBatch(c)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Sql.Insert) { Parameters = { Sql.P((long)u.UpdateId), Sql.P(s.CompanyId), Sql.P(u.ChatId), Sql.P(o.Kind), Sql.Json(o.Payload) } },
                new NpgsqlBatchCommand(Sql.Save) { Parameters = { Sql.P(u.ChatId), Sql.P(s.State), Sql.Json(Sql.Bytes(s.Data)), Sql.P((long)u.UpdateId) } },
            },
        };
        if (outbox)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Sql.Outbox) { Parameters = { Sql.P((long)u.UpdateId), Sql.P(u.ChatId), Sql.Json(JsonSerializer.SerializeToUtf8Bytes(o.Reply)) } });
        await batch.ExecuteNonQueryAsync();
        return o.Reply;
    }

    /// <summary>Sent rows are deleted in bulk, every 20 ms.</summary>
    public void Sent(Incoming u)
    {
        if (!outbox) return;
        _sent.Enqueue(u.UpdateId);
        LazyInitializer.EnsureInitialized(ref _sweep, () => new Timer(_ => Sweep(), null, 20, 20));
    }

    private int _sweeping;
    private async void Sweep()
    {
        if (_sent.IsEmpty || Interlocked.Exchange(ref _sweeping, 1) == 1) return;
        try
        {
            var ids = new List<long>();
            while (ids.Count < 1000 && _sent.TryDequeue(out var id)) ids.Add(id);
            await using var delete = db.CreateCommand("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE update_id = ANY($1))");
            delete.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. ids] });
            await delete.ExecuteNonQueryAsync();
        }
        finally { Volatile.Write(ref _sweeping, 0); }
    }
}

/// <summary>Two round trips, one writing statement, optimistic: nothing is written unless the session is as it was read.</summary>
public sealed class CteStore(NpgsqlDataSource db) : ITurnStore
{
    public async ValueTask<string?> ApplyAsync(Incoming u)
    {
        while (true)
        {
            Session s;
            await using (var load = db.CreateCommand(Sql.Load))
            {
                load.Parameters.Add(Sql.P(u.ChatId));
                await using var r = await load.ExecuteReaderAsync();
                await r.ReadAsync();
                s = Sql.Read(r);
            }
            if (s.LastUpdateId >= u.UpdateId) return null;
            if (await SaveAsync(db, u, s) is { } reply) return reply;
        }
    }

    /// <summary>Null when another writer got in between the read and this write.</summary>
    public static async ValueTask<string?> SaveAsync(NpgsqlDataSource db, Incoming u, Session s)
    {
        long read = s.LastUpdateId;
        var o = Work.Handle(s, u);
        await using var save = db.CreateCommand(Sql.SaveAndInsert);
        save.Parameters.Add(Sql.P(u.ChatId));
        save.Parameters.Add(Sql.P(s.State));
        save.Parameters.Add(Sql.Json(Sql.Bytes(s.Data)));
        save.Parameters.Add(Sql.P((long)u.UpdateId));
        save.Parameters.Add(Sql.P(o.Kind));
        save.Parameters.Add(Sql.Json(o.Payload));
        save.Parameters.Add(Sql.P(read));
        return await save.ExecuteNonQueryAsync() == 1 ? o.Reply : null;
    }
}

/// <summary>One round trip: the session comes from this process's memory, the optimistic write proves it was current.</summary>
public sealed class CachedStore(NpgsqlDataSource db) : ITurnStore
{
    private readonly ConcurrentDictionary<long, Session> _cache = new(); // a product would bound it

    public async ValueTask<string?> ApplyAsync(Incoming u)
    {
        while (true)
        {
            if (!_cache.TryRemove(u.ChatId, out var s))
            {
                await using var load = db.CreateCommand(Sql.Load);
                load.Parameters.Add(Sql.P(u.ChatId));
                await using var r = await load.ExecuteReaderAsync();
                await r.ReadAsync();
                s = Sql.Read(r);
            }
            if (s.LastUpdateId >= u.UpdateId) { _cache[u.ChatId] = s; return null; }
            if (await CteStore.SaveAsync(db, u, s) is { } reply) { _cache[u.ChatId] = s; return reply; }
        }
    }
}

/// <summary>Row-level security, two round trips: [BEGIN, set_config + SELECT], [INSERT, UPDATE, COMMIT].</summary>
public sealed class RlsStore(NpgsqlDataSource db) : ITurnStore
{
    public async ValueTask<string?> ApplyAsync(Incoming u)
    {
        await using var c = await db.OpenConnectionAsync();
        Session s;
        // The session row decides the company: telegram_id opens exactly that row, and reading it sets app.company_id.
        await using (var load = new NpgsqlBatch(c)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("BEGIN"),
                new NpgsqlBatchCommand("SELECT set_config('app.telegram_id', $1, true)") { Parameters = { Sql.P(u.ChatId.ToString()) } },
                new NpgsqlBatchCommand("SELECT company_id, state, data, last_update_id, set_config('app.company_id', company_id::text, true) FROM sessions WHERE telegram_id = $1 FOR UPDATE") { Parameters = { Sql.P(u.ChatId) } },
            },
        })
        await using (var r = await load.ExecuteReaderAsync())
        {
            await r.NextResultAsync();
            await r.ReadAsync();
            s = Sql.Read(r);
        }
        if (s.LastUpdateId >= u.UpdateId)
        {
            await using var rollback = new NpgsqlCommand("ROLLBACK", c);
            await rollback.ExecuteNonQueryAsync();
            return null;
        }
        var o = Work.Handle(s, u);
        await using var write = new NpgsqlBatch(c)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Sql.Insert) { Parameters = { Sql.P((long)u.UpdateId), Sql.P(s.CompanyId), Sql.P(u.ChatId), Sql.P(o.Kind), Sql.Json(o.Payload) } },
                new NpgsqlBatchCommand(Sql.Save) { Parameters = { Sql.P(u.ChatId), Sql.P(s.State), Sql.Json(Sql.Bytes(s.Data)), Sql.P((long)u.UpdateId) } },
                new NpgsqlBatchCommand("COMMIT"),
            },
        };
        await write.ExecuteNonQueryAsync();
        return o.Reply;
    }
}
