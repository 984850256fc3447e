using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
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

/// <summary>
/// Group commit in the application: whatever gathered while the last round trip ran goes into the next transaction —
/// one SELECT ... = ANY, then one statement that writes every session and event of the group.
/// </summary>
public sealed class GroupStore : ITurnStore
{
    private readonly record struct Job(Incoming Update, TaskCompletionSource<string?> Done);
    private readonly NpgsqlDataSource _db;
    private readonly Channel<Job>[] _lanes;
    private const int MaxGroup = 64;

    public GroupStore(NpgsqlDataSource db, int lanes)
    {
        _db = db;
        _lanes = [.. Enumerable.Range(0, lanes).Select(_ => Channel.CreateUnbounded<Job>(new() { SingleReader = true }))];
        foreach (var lane in _lanes) _ = Task.Run(() => RunAsync(lane.Reader));
    }

    public ValueTask<string?> ApplyAsync(Incoming u)
    {
        var done = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _lanes[u.ChatId / 10 % _lanes.Length].Writer.TryWrite(new Job(u, done));
        return new(done.Task);
    }

    private async Task RunAsync(ChannelReader<Job> jobs)
    {
        await using var c = await _db.OpenConnectionAsync();
        var group = new List<Job>();
        var inGroup = new HashSet<long>();
        var later = new List<Job>();
        while (later.Count > 0 || await jobs.WaitToReadAsync())
        {
            group.Clear();
            inGroup.Clear();
            var held = later;
            later = [];
            foreach (var j in held) (inGroup.Add(j.Update.ChatId) ? group : later).Add(j);
            // A user's second update waits for the next group, so it sees the first one's session.
            while (group.Count < MaxGroup && jobs.TryRead(out var job)) (inGroup.Add(job.Update.ChatId) ? group : later).Add(job);
            try { await ApplyAsync(c, group); }
            catch (Exception e) { foreach (var j in group) j.Done.TrySetException(e); }
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection c, List<Job> group)
    {
        var sessions = new Dictionary<long, Session>(group.Count);
        await using (var load = new NpgsqlCommand("SELECT company_id, state, data, last_update_id, telegram_id FROM sessions WHERE telegram_id = ANY($1)", c))
        {
            load.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. group.Select(j => j.Update.ChatId)] });
            await using var r = await load.ExecuteReaderAsync();
            while (await r.ReadAsync()) sessions[r.GetInt64(4)] = Sql.Read(r);
        }
        var fresh = group.Where(j => sessions[j.Update.ChatId].LastUpdateId < j.Update.UpdateId).OrderBy(j => j.Update.ChatId).ToList();
        var outcomes = fresh.Select(j => Work.Handle(sessions[j.Update.ChatId], j.Update)).ToList();
        if (fresh.Count > 0)
        {
            await using var save = new NpgsqlCommand(
                "WITH t AS (SELECT * FROM unnest($1::bigint[], $2::text[], $3::jsonb[], $4::bigint[], $5::text[], $6::jsonb[]) AS t(telegram_id, state, data, update_id, kind, payload)), " +
                "s AS (UPDATE sessions SET state = t.state, data = t.data, last_update_id = t.update_id, updated_at = now(), expires_at = now() + interval '24 hours' " +
                "FROM t WHERE sessions.telegram_id = t.telegram_id AND sessions.last_update_id < t.update_id RETURNING sessions.telegram_id, sessions.company_id, t.update_id, t.kind, t.payload) " +
                "INSERT INTO events (update_id, company_id, telegram_id, kind, payload) SELECT update_id, company_id, telegram_id, kind, payload FROM s", c);
            save.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. fresh.Select(j => j.Update.ChatId)] });
            save.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. fresh.Select(j => sessions[j.Update.ChatId].State)] });
            save.Parameters.Add(new NpgsqlParameter { Value = fresh.Select(j => Sql.Bytes(sessions[j.Update.ChatId].Data)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
            save.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. fresh.Select(j => (long)j.Update.UpdateId)] });
            save.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. outcomes.Select(o => o.Kind)] });
            save.Parameters.Add(new NpgsqlParameter { Value = outcomes.Select(o => o.Payload).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
            int written = await save.ExecuteNonQueryAsync();
            if (written != fresh.Count) throw new InvalidOperationException("another writer changed a session of this group");
        }
        for (int i = 0; i < fresh.Count; i++) fresh[i].Done.TrySetResult(outcomes[i].Reply);
        foreach (var j in group) j.Done.TrySetResult(null); // handled before
    }
}
