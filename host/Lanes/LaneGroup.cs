namespace DrAivBot.Host.Lanes;

/// <summary>Lanes whose work runs together. Each lane is let go as soon as its own piece is done.</summary>
internal sealed class LaneGroup(LaneQueue queue, List<(long Lane, int Before)> lanes, SemaphoreSlim slots)
{
    private readonly Dictionary<long, int> _held = lanes.ToDictionary(lane => lane.Lane, lane => lane.Before);
    private bool _hasSlot = true;

    /// <summary>The lanes, each once.</summary>
    public IReadOnlyList<long> Lanes { get; } = [.. lanes.Select(lane => lane.Lane)];

    /// <summary>Lets go of one lane: its next piece of work may run beside the rest of this group.</summary>
    public void Leave(long lane, LaneStep step)
    {
        if (_held.Remove(lane, out var before))
        {
            queue.Leave(lane, before, step);
        }
    }

    /// <summary>Lets another group begin although this one goes on: it has become slow, and the others must not wait.</summary>
    public void YieldSlot()
    {
        if (_hasSlot)
        {
            _hasSlot = false;
            slots.Release();
        }
    }

    /// <summary>Lets go of the lanes that nobody let go; what they have left is found by the poll.</summary>
    internal void LeaveAll()
    {
        foreach (var lane in Lanes)
        {
            Leave(lane, LaneStep.Idle);
        }
    }
}
