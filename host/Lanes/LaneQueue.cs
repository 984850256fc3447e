using System.Collections.Concurrent;
using System.Threading.Channels;

namespace DrAivBot.Host.Lanes;

/// <summary>
/// Runs the work of each lane one piece after another and lanes side by side. It only remembers that a lane has work;
/// the work itself lies in the database, so nothing is lost with the process.
/// </summary>
internal sealed class LaneQueue(int concurrency, Func<long, CancellationToken, Task<LaneStep>> runNext)
{
    private readonly ConcurrentDictionary<long, int> _pending = new();
    private readonly Channel<long> _ready = Channel.CreateUnbounded<long>();

    /// <summary>How many lanes wait or run.</summary>
    public int Count => _pending.Count;

    /// <summary>Says that a lane has one more piece of work.</summary>
    public void Signal(long lane)
    {
        if (_pending.AddOrUpdate(lane, 1, static (_, count) => count + 1) == 1)
        {
            _ready.Writer.TryWrite(lane);
        }
    }

    /// <summary>Says that a lane may have work, for a poll that cannot know what is already on its way.</summary>
    public void SignalIfIdle(long lane)
    {
        if (_pending.TryAdd(lane, 1))
        {
            _ready.Writer.TryWrite(lane);
        }
    }

    /// <summary>Works until told to stop; pieces of work that are running then are waited for.</summary>
    /// <param name="stopping">Begin no more work.</param>
    /// <param name="abort">Give up the work that is running: it rolls back and is found again.</param>
    public Task RunAsync(CancellationToken stopping, CancellationToken abort) =>
        Together.RunAsync(Enumerable.Range(0, concurrency).Select(_ => Task.Run(() => WorkAsync(stopping, abort), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stopping, CancellationToken abort)
    {
        while (!stopping.IsCancellationRequested)
        {
            long lane;
            try
            {
                lane = await _ready.Reader.ReadAsync(stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            var before = _pending.GetValueOrDefault(lane);
            var step = await runNext(lane, abort);
            Leave(lane, before, step);
        }
    }

    /// <summary>Lets go of a lane without work left; one with more goes to the end of the queue, so that lanes take turns.</summary>
    private void Leave(long lane, int before, LaneStep step)
    {
        while (true)
        {
            var now = _pending[lane];
            var left = step == LaneStep.Handled ? now - 1 : now - before;
            if (left <= 0 ? _pending.TryRemove(new(lane, now)) : _pending.TryUpdate(lane, left, now))
            {
                if (left > 0)
                {
                    _ready.Writer.TryWrite(lane);
                }

                return;
            }
        }
    }
}

/// <summary>What one call for the next piece of work came to.</summary>
internal enum LaneStep
{
    /// <summary>One piece was done.</summary>
    Handled = 0,

    /// <summary>There was none to do now.</summary>
    Idle = 1,
}
