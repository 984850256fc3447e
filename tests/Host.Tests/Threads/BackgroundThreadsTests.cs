using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using DrAivBot.Host.Threads;
using Microsoft.Extensions.Time.Testing;

namespace DrAivBot.Host.Tests.Threads;

public sealed class BackgroundThreadsTests
{
    /// <summary>Of what follows the name in the line about a thread.</summary>
    private const int NiceAt = 16;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_takes_long_lets_turns_go_first_and_whoever_waits_for_it_keeps_their_place()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not show the priority of a thread as a file.");
        using var threads = new BackgroundThreads("test", usual: 1, most: 1);
        var before = ReadNice();

        Assert.Equal(before + LowPriority.Nice, await threads.RunAsync(ReadNice, Cancel));
        Assert.Equal(before, ReadNice());
    }

    [Fact]
    public async Task What_waits_leaves_its_thread_to_others_and_goes_on_where_it_began()
    {
        using var threads = new BackgroundThreads("test", usual: 1, most: 1);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = threads.RunAsync(async () =>
        {
            await answer.Task;
            return Thread.CurrentThread.Name;
        });

        Assert.Equal(1, await threads.RunAsync(() => 1, Cancel));
        Assert.False(waiting.IsCompleted);
        answer.SetResult();
        Assert.Equal("test", await waiting);
    }

    [Fact]
    public async Task Those_that_block_their_threads_hold_up_nobody_while_there_may_be_more()
    {
        using var threads = new BackgroundThreads("test", usual: 1, most: 3);
        using var end = new ManualResetEventSlim();
        var blocking = Enumerable.Range(0, 2).Select(_ => threads.RunAsync(
            () =>
            {
                end.Wait(Cancel);
                return 1;
            },
            Cancel)).ToList();

        Assert.Equal(190, (await Task.WhenAll(Enumerable.Range(0, 20).Select(number => threads.RunAsync(() => number, Cancel)))).Sum());
        Assert.DoesNotContain(blocking, one => one.IsCompleted);
        end.Set();
        await Task.WhenAll(blocking);
    }

    [Fact]
    public async Task While_none_is_blocked_no_more_than_the_usual_work_side_by_side()
    {
        // A clock that stands still: a thread that the machine leaves waiting is not taken to be blocked.
        using var threads = new BackgroundThreads("test", usual: 1, most: 3, new FakeTimeProvider());
        var (now, sideBySide) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => threads.RunAsync(
            () =>
            {
                sideBySide = Math.Max(sideBySide, Interlocked.Increment(ref now));
                Thread.SpinWait(10_000);
                return Interlocked.Decrement(ref now);
            },
            Cancel)));

        Assert.Equal(1, sideBySide);
    }

    [Fact]
    public async Task A_thread_that_waits_holds_nothing_of_what_it_did_last()
    {
        using var threads = new BackgroundThreads("test", usual: 1, most: 1);
        var done = await RunAsync(threads);

        for (var began = Stopwatch.GetTimestamp(); done.IsAlive && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10);)
        {
            GC.Collect();
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
        }

        Assert.False(done.IsAlive);
    }

    [Fact]
    public async Task What_comes_after_the_end_is_still_done()
    {
        var threads = new BackgroundThreads("test", usual: 1, most: 1);
        Assert.Equal(1, await threads.RunAsync(() => 1, Cancel));
        threads.Dispose();

        Assert.Equal(2, await threads.RunAsync(() => 2, Cancel));
        Assert.Equal(3, await threads.RunAsync(() => 3, Cancel));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RunAsync(BackgroundThreads threads)
    {
        var held = new object();
        Assert.Same(held, await threads.RunAsync(() => held, Cancel));
        return new(held);
    }

    private static int ReadNice()
    {
        var line = File.ReadLines("/proc/thread-self/stat").Single();
        return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[NiceAt], CultureInfo.InvariantCulture);
    }
}
