using System.Threading.Channels;
using DrAivBot.Host.Database;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Makes updates safe before they are acknowledged: what comes by itself waits for its turn, whose commit says that it was
/// seen; what cannot have its turn at once is stored. Whatever waits to be stored while one statement is under way goes with
/// the next, so that a burst costs few round trips. An update that was seen before is acknowledged again and nothing more.
/// </summary>
internal sealed class UpdateIntake(DatabaseAccess access, BotIdentity bot, UpdateLanes lanes, WakeUp wakeUp, HostMetrics metrics)
{
    private const int MaxBatch = 256;

    /// <summary>How long storing may take before the database counts as away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const string Store = """
        with fresh as (
            insert into core.seen (bot_id, update_id)
            select $1, id from unnest($2::bigint[]) id
            on conflict do nothing
            returning update_id)
        insert into core.inbox (bot_id, update_id, lane, payload, is_suspect)
        select $1, u.id, u.lane, u.payload, exists (select from core.suspects s where s.bot_id = $1 and s.update_id = u.id)
        from unnest($2::bigint[], $3::bigint[], $4::text[]) as u (id, lane, payload)
        join fresh on fresh.update_id = u.id
        returning lane
        """;

    private readonly FreshUpdates _fresh = new(lanes);
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(MaxBatch * 4);

    /// <summary>Takes an update to its turn; when it returns without an error the update may be acknowledged.</summary>
    /// <returns>What goes back with the acknowledgement; null for nothing.</returns>
    /// <exception cref="NpgsqlException">The database did not take it: it must not be acknowledged.</exception>
    public async Task<WebhookReply?> TakeInAsync(RawUpdate update, CancellationToken cancellationToken)
    {
        if (_fresh.Offer(update) is { } fresh)
        {
            await fresh.Safe.WaitAsync(cancellationToken);
            return fresh.Reply;
        }

        await StoreAsync([update], cancellationToken);
        return null;
    }

    /// <summary>Those of a group of lanes that wait for their turn without being stored.</summary>
    public Dictionary<long, FreshUpdate> TakeFresh(IReadOnlyList<long> group) => _fresh.Take(group);

    /// <summary>Stores updates that cannot have their turn now, and settles them.</summary>
    /// <exception cref="NpgsqlException">The database did not take them, and they are refused.</exception>
    public async Task KeepAsync(IReadOnlyList<FreshUpdate> updates)
    {
        try
        {
            await StoreAsync([.. updates.Select(fresh => fresh.Update)]);
        }
        catch (NpgsqlException failure)
        {
            Refuse(updates, failure);
            throw;
        }

        foreach (var fresh in updates)
        {
            fresh.Settle();
        }
    }

    /// <summary>Notes updates that their turn's commit, or an earlier one, has made safe.</summary>
    public void Settle(IEnumerable<FreshUpdate> updates, bool areRepeated)
    {
        var count = 0;
        foreach (var fresh in updates)
        {
            fresh.Settle();
            count++;
        }

        metrics.UpdatesTakenIn(areRepeated ? 0 : count, areRepeated ? count : 0);
    }

    /// <summary>Refuses updates of which nothing was kept.</summary>
    public static void Refuse(IEnumerable<FreshUpdate> updates, Exception reason)
    {
        foreach (var fresh in updates)
        {
            fresh.Refuse(reason);
        }
    }

    /// <summary>Refuses what still waits for its turn. Called when no turns begin any more.</summary>
    public void RefuseWaiting() => _fresh.RefuseAll();

    /// <summary>Stores updates; when it returns without an error they are safe.</summary>
    /// <exception cref="NpgsqlException">The database did not take them: they must not be acknowledged.</exception>
    public async Task StoreAsync(IReadOnlyList<RawUpdate> updates, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(updates, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancellationToken);
        await waiting.Stored.Task.WaitAsync(cancellationToken);
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stopping))
            {
                await StoreWaitingAsync();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What still waits is not acknowledged, so Telegram sends it again.
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var late))
            {
                late.Stored.TrySetException(new ChannelClosedException());
            }
        }
    }

    private async Task StoreWaitingAsync()
    {
        var batch = new List<Waiting>();
        while (batch.Sum(waiting => waiting.Updates.Count) < MaxBatch && _waiting.Reader.TryRead(out var next))
        {
            batch.Add(next);
        }

        try
        {
            // Not the driver's timeout: through a network gone silent it waits for the cancellation too. A statement that is
            // no longer waited for may still be carried out; then its updates were seen when they come again.
            var storing = StoreAsync([.. batch.SelectMany(waiting => waiting.Updates).DistinctBy(update => update.UpdateId)]);
            foreach (var lane in await storing.WaitAsync(Patience, TimeProvider.System))
            {
                lanes.Signal(lane);
            }

            batch.ForEach(waiting => waiting.Stored.TrySetResult());
            if (lanes.IsCrowded)
            {
                wakeUp.Call();
            }
        }
        catch (TimeoutException silence)
        {
            access.Forget();
            batch.ForEach(waiting => waiting.Stored.TrySetException(silence));
        }
        catch (NpgsqlException failure)
        {
            batch.ForEach(waiting => waiting.Stored.TrySetException(failure));
        }
    }

    private async Task<IReadOnlyList<long>> StoreAsync(IReadOnlyList<RawUpdate> updates)
    {
        await using var command = access.Host.CreateCommand(Store);
        Sql.AddTo(
            command.Parameters,
            Sql.Value(bot.Id),
            Sql.Values([.. updates.Select(update => update.UpdateId)]),
            Sql.Values([.. updates.Select(update => update.Lane)]),
            Sql.Values([.. updates.Select(update => update.Json)]));
        var fresh = new List<long>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            fresh.Add(reader.GetInt64(0));
        }

        metrics.UpdatesTakenIn(fresh.Count, updates.Count - fresh.Count);
        return fresh;
    }

    private sealed record Waiting(IReadOnlyList<RawUpdate> Updates, TaskCompletionSource Stored);
}
