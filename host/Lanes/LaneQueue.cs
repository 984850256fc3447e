using System.Collections.Concurrent;
using System.Threading.Channels;

namespace DrAivBot.Host.Lanes;

/// <summary>
/// Runs the work of each lane one piece after another and lanes side by side, in groups: whatever became ready while
/// the groups before were under way goes together, so that a burst shares round trips. It only remembers that a lane has
/// work; the work itself lies in the database, so nothing is lost with the process.
/// </summary>
/// <param name="limits">How much runs side by side.</param>
/// <param name="runGroup">Works one piece of each lane of a group.</param>
/// <param name="time">Times the second looks.</param>
internal sealed class LaneQueue(LaneLimits limits, Func<LaneGroup, CancellationToken, Task> runGroup, TimeProvider time)
{
    private static readonly TimeSpan[] LookAgainAfter = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(80), TimeSpan.FromMilliseconds(300)];

    private readonly ConcurrentDictionary<long, int> _pending = new();
    private readonly ConcurrentDictionary<long, bool> _alone = new();
    private readonly ConcurrentDictionary<long, bool> _polled = new();
    private readonly ConcurrentDictionary<long, int> _looks = new();
    private readonly Channel<long> _ready = Channel.CreateUnbounded<long>(new() { SingleReader = true });

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

    /// <summary>Says that a lane has a first piece of work, unless it has work already.</summary>
    public bool TrySignal(long lane) => _pending.TryAdd(lane, 1) && _ready.Writer.TryWrite(lane);

    /// <summary>Says that a lane may have work, for a poll that cannot know what is already on its way.</summary>
    public void SignalIfIdle(long lane)
    {
        if (_pending.TryAdd(lane, 1))
        {
            _polled[lane] = true;
            _ready.Writer.TryWrite(lane);
        }
    }

    /// <summary>Works until told to stop; pieces of work that are running then are waited for.</summary>
    /// <param name="stopping">Begin no more work.</param>
    /// <param name="abort">Give up the work that is running: it rolls back and is found again.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        using var places = new SemaphoreSlim(limits.Most);
        using var slots = new SemaphoreSlim(limits.Slots);
        var running = new ConcurrentDictionary<LaneGroup, Task>();
        try
        {
            while (await _ready.Reader.WaitToReadAsync(stopping))
            {
                await places.WaitAsync(stopping);
                await slots.WaitAsync(stopping);
                var group = new LaneGroup(this, Take(), slots);
                var work = RunAsync(group, places, abort);
                running[group] = work;
                _ = work.ContinueWith(_ => running.TryRemove(group, out Task? _), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
                if (running.Values.FirstOrDefault(task => task.IsFaulted) is { } fault)
                {
                    await fault;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // No more is begun; what runs is finished.
        }

        await Task.WhenAll(running.Values);
    }

    /// <summary>Lets go of a lane without work left; one with more goes to the end of the queue, so that lanes take turns.</summary>
    internal void Leave(long lane, int before, LaneStep step)
    {
        if (step is LaneStep.Again or LaneStep.Alone)
        {
            if (step == LaneStep.Alone)
            {
                _alone[lane] = true;
            }

            _ready.Writer.TryWrite(lane);
            return;
        }

        var isPolled = !_polled.IsEmpty && _polled.TryRemove(lane, out _);
        if (step == LaneStep.Later && !isPolled)
        {
            LookAgain(lane);
        }
        else if (!_looks.IsEmpty)
        {
            _looks.TryRemove(lane, out _);
        }

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

    private void LookAgain(long lane)
    {
        var look = _looks.AddOrUpdate(lane, 0, static (_, last) => last + 1);
        if (look >= LookAgainAfter.Length)
        {
            _looks.TryRemove(lane, out _);
            return;
        }

        _ = Task.Delay(LookAgainAfter[look], time).ContinueWith(
            _ => Signal(lane), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private List<(long Lane, int Before)> Take()
    {
        var lanes = new List<(long, int)>();
        while (lanes.Count < limits.Group && _ready.Reader.TryPeek(out var lane))
        {
            var isAlone = _alone.ContainsKey(lane);
            if (isAlone && lanes.Count > 0)
            {
                break;
            }

            _ready.Reader.TryRead(out _);
            lanes.Add((lane, _pending.GetValueOrDefault(lane)));
            if (isAlone)
            {
                _alone.TryRemove(lane, out _);
                break;
            }
        }

        return lanes;
    }

    private async Task RunAsync(LaneGroup group, SemaphoreSlim places, CancellationToken abort)
    {
        // The loop goes on collecting at once, whatever the work does first.
        await Task.Yield();
        try
        {
            await runGroup(group, abort);
        }
        finally
        {
            group.LeaveAll();
            group.YieldSlot();
            places.Release();
        }
    }
}
