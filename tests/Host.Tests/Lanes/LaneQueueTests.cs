using System.Collections.Concurrent;
using DrAivBot.Host.Lanes;

namespace DrAivBot.Host.Tests.Lanes;

public sealed class LaneQueueTests
{
    [Fact]
    public async Task Each_signal_is_worked_once_and_a_lane_never_beside_itself()
    {
        var work = new ConcurrentDictionary<long, int>();
        var inside = new ConcurrentDictionary<long, int>();
        var (overlaps, done) = (0, 0);
        var finished = new TaskCompletionSource();
        var queue = Queue(8, async lane =>
        {
            if (inside.AddOrUpdate(lane, 1, (_, count) => count + 1) > 1)
            {
                Interlocked.Increment(ref overlaps);
            }

            await Task.Yield();
            inside.AddOrUpdate(lane, 0, (_, count) => count - 1);
            if (work.AddOrUpdate(lane, -1, (_, count) => count - 1) < 0)
            {
                work.AddOrUpdate(lane, 0, (_, count) => count + 1);
                return LaneStep.Idle;
            }

            if (Interlocked.Increment(ref done) == 5000)
            {
                finished.SetResult();
            }

            return LaneStep.Handled;
        });
        using var stopping = new CancellationTokenSource();
        var running = queue.RunAsync(stopping.Token, CancellationToken.None);

        await Parallel.ForAsync(0, 5000, TestContext.Current.CancellationToken, (number, _) =>
        {
            work.AddOrUpdate(number % 20, 1, (_, count) => count + 1);
            queue.Signal(number % 20);
            return ValueTask.CompletedTask;
        });
        await finished.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        await stopping.CancelAsync();
        await running;

        Assert.Equal((5000, 0), (done, overlaps));
    }

    [Fact]
    public async Task A_lane_without_work_is_forgotten_until_it_is_signalled_again()
    {
        var calls = new SemaphoreSlim(0);
        var queue = Queue(1, _ =>
        {
            calls.Release();
            return Task.FromResult(LaneStep.Idle);
        });
        using var stopping = new CancellationTokenSource();
        var running = queue.RunAsync(stopping.Token, CancellationToken.None);

        queue.SignalIfIdle(1);
        Assert.True(await calls.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.True(SpinWait.SpinUntil(() => queue.Count == 0, TimeSpan.FromSeconds(10)));
        queue.Signal(1);
        Assert.True(await calls.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));

        await stopping.CancelAsync();
        await running;
        Assert.Equal(0, calls.CurrentCount);
    }

    [Fact]
    public async Task Work_under_way_is_finished_when_the_host_stops()
    {
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var finished = false;
        var queue = Queue(1, async _ =>
        {
            started.SetResult();
            await go.Task;
            finished = true;
            return LaneStep.Handled;
        });
        using var stopping = new CancellationTokenSource();
        var running = queue.RunAsync(stopping.Token, CancellationToken.None);
        queue.Signal(1);
        await started.Task;

        await stopping.CancelAsync();
        Assert.False(running.IsCompleted);
        go.SetResult();
        await running;

        Assert.True(finished);
    }

    private static LaneQueue Queue(int concurrency, Func<long, Task<LaneStep>> runNext) =>
        new(LaneLimits.Single(concurrency), async (group, _) => group.Leave(group.Lanes[0], await runNext(group.Lanes[0])), TimeProvider.System);
}
