using System.Collections.Concurrent;
using System.Threading.Channels;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Updates;

/// <summary>Updates that wait for their turn without being stored: one a lane at most, each the only thing its lane waits for.</summary>
internal sealed class FreshUpdates(UpdateLanes lanes)
{
    private readonly ConcurrentDictionary<long, FreshUpdate> _waiting = new();

    /// <summary>Lets an update wait for its turn unstored.</summary>
    /// <returns>Null when it has to be stored: something of its lane is under way, or more waits than this host works off at once.</returns>
    public FreshUpdate? Offer(RawUpdate update)
    {
        var fresh = new FreshUpdate(update);
        if (lanes.IsFull || !_waiting.TryAdd(update.Lane, fresh))
        {
            return null;
        }

        if (lanes.TrySignal(update.Lane))
        {
            return fresh;
        }

        if (_waiting.TryRemove(new(update.Lane, fresh)))
        {
            return null;
        }

        // A group of its lane has just taken it along with, or instead of, what it was signalled for.
        lanes.Signal(update.Lane);
        return fresh;
    }

    /// <summary>Takes those of a group of lanes; whoever takes one settles or refuses it.</summary>
    public Dictionary<long, FreshUpdate> Take(IReadOnlyList<long> group)
    {
        var taken = new Dictionary<long, FreshUpdate>();
        if (_waiting.IsEmpty)
        {
            return taken;
        }

        foreach (var lane in group)
        {
            if (_waiting.TryRemove(lane, out var fresh))
            {
                taken.Add(lane, fresh);
            }
        }

        return taken;
    }

    /// <summary>Refuses what still waits: the host stops.</summary>
    public void RefuseAll()
    {
        foreach (var fresh in Take([.. _waiting.Keys]).Values)
        {
            fresh.Refuse(new ChannelClosedException());
        }
    }
}
