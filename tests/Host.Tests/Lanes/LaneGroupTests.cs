using System.Collections.Concurrent;
using DrAivBot.Host.Lanes;

namespace DrAivBot.Host.Tests.Lanes;

/// <summary>Lanes that become ready together run together.</summary>
public sealed class LaneGroupTests
{
    private static readonly LaneLimits OneSlot = new() { Slots = 1, Most = 2, Group = 8 };

    [Fact]
    public async Task What_became_ready_while_a_group_was_under_way_goes_together()
    {
        var (go, groups, ended) = (new TaskCompletionSource(), new ConcurrentQueue<string>(), new TaskCompletionSource());
        var queue = new LaneQueue(OneSlot, async (group, _) =>
        {
            groups.Enqueue(string.Join(' ', group.Lanes));
            await (groups.Count == 1 ? go.Task : Task.CompletedTask);
            LeaveAll(group, LaneStep.Handled);
            if (groups.Count == 3)
            {
                ended.SetResult();
            }
        }, TimeProvider.System);
        await RunAsync(queue, async () =>
        {
            queue.Signal(1);
            Assert.True(SpinWait.SpinUntil(() => groups.Count == 1, TimeSpan.FromSeconds(10)));
            foreach (var lane in Enumerable.Range(2, 10))
            {
                queue.Signal(lane);
                queue.Signal(lane);
            }

            go.SetResult();
            await ended.Task;
        });

        Assert.Equal(["1", "2 3 4 5 6 7 8 9", "10 11 2 3 4 5 6 7"], groups.Take(3));
    }

    [Fact]
    public async Task A_lane_that_must_run_alone_does_and_the_others_do_not_wait_for_it()
    {
        var (groups, alone, ended) = (new ConcurrentQueue<string>(), new TaskCompletionSource(), new TaskCompletionSource());
        var queue = new LaneQueue(OneSlot, async (group, _) =>
        {
            groups.Enqueue(string.Join(' ', group.Lanes));
            if (groups.Count == 1)
            {
                group.Leave(2, LaneStep.Alone);
                group.Leave(1, LaneStep.Again);
                group.Leave(3, LaneStep.Again);
            }
            else if (group.Lanes is [2])
            {
                group.YieldSlot();
                await alone.Task;
            }
            else
            {
                LeaveAll(group, LaneStep.Handled);
                ended.SetResult();
            }
        }, TimeProvider.System);
        queue.Signal(1);
        queue.Signal(2);
        queue.Signal(3);
        await RunAsync(queue, async () =>
        {
            await ended.Task;
            alone.SetResult();
        });

        Assert.Equal(["1 2 3", "2", "1 3"], groups);
    }

    [Fact]
    public async Task What_somebody_else_holds_is_looked_at_again_soon()
    {
        var (looks, ended) = (0, new TaskCompletionSource());
        var queue = new LaneQueue(OneSlot, (group, _) =>
        {
            LeaveAll(group, ++looks < 3 ? LaneStep.Later : LaneStep.Handled);
            if (looks == 3)
            {
                ended.SetResult();
            }

            return Task.CompletedTask;
        }, TimeProvider.System);
        queue.Signal(5);

        await RunAsync(queue, () => ended.Task);

        Assert.Equal((3, 0), (looks, queue.Count));
    }

    private static void LeaveAll(LaneGroup group, LaneStep step)
    {
        foreach (var lane in group.Lanes)
        {
            group.Leave(lane, step);
        }
    }

    private static async Task RunAsync(LaneQueue queue, Func<Task> act)
    {
        using var stopping = new CancellationTokenSource();
        var running = queue.RunAsync(stopping.Token, CancellationToken.None);
        await act().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        await stopping.CancelAsync();
        await running;
    }
}
