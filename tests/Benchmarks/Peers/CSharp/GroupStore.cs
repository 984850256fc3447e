using System.Text.Json;
using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace CSharpPeer;

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
