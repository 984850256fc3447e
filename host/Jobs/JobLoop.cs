using System.Collections.Concurrent;
using System.Threading.Channels;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Bulkheads;
using Npgsql;

namespace DrAivBot.Host.Jobs;

/// <summary>
/// Takes jobs that are due and runs them side by side, as many as there are places. It takes no more than it can begin at
/// once, so that no lease runs out in a queue, and goes on with the next company each time.
/// </summary>
/// <param name="claims">Where jobs come from.</param>
/// <param name="signal">Says that something may be due.</param>
/// <param name="condition">Told that the loop lives.</param>
/// <param name="time">For looking every second, and for renewing leases.</param>
/// <param name="logger">Told when the database is away.</param>
internal sealed partial class JobLoop(JobClaims claims, JobSignal signal, HostCondition condition, TimeProvider time, ILogger<JobLoop> logger)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewInterval = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<Guid, Running> _running = new();
    private Guid _after;
    private int _turn;

    /// <summary>How many jobs run now.</summary>
    public int Count => _running.Count;

    /// <summary>Runs jobs until told to stop, and waits for those under way.</summary>
    /// <param name="places">How many run side by side.</param>
    /// <param name="findHandled">The jobs this host can run now.</param>
    /// <param name="run">Runs one; throws nothing. The first token is cancelled when its lease is lost, the second when it shall be given up.</param>
    /// <param name="stopping">Begin no more jobs.</param>
    /// <param name="abort">Give up the jobs under way.</param>
    public async Task RunAsync(
        int places,
        Func<IReadOnlyList<JobRegistration>> findHandled,
        Func<ClaimedJob, CancellationToken, CancellationToken, Task> run,
        CancellationToken stopping,
        CancellationToken abort)
    {
        signal.Raised += Wake;
        try
        {
            using var ended = new CancellationTokenSource();
            var renewing = RenewAsync(ended.Token);
            await Together.RunAsync(PollAsync(stopping), ClaimAsync(places, findHandled, run, stopping, abort));
            while (!_running.IsEmpty)
            {
                await Task.WhenAll(_running.Values.Select(running => running.Task));
            }

            await ended.CancelAsync();
            await renewing;
        }
        finally
        {
            signal.Raised -= Wake;
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    private async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(PollInterval, time);
        do
        {
            Wake();
        }
        while (await Ticking.NextAsync(timer, stopping));
    }

    private async Task ClaimAsync(
        int places,
        Func<IReadOnlyList<JobRegistration>> findHandled,
        Func<ClaimedJob, CancellationToken, CancellationToken, Task> run,
        CancellationToken stopping,
        CancellationToken abort)
    {
        try
        {
            while (await _wake.Reader.WaitToReadAsync(stopping))
            {
                _wake.Reader.TryRead(out _);
                condition.Beat("jobs");
                var handled = findHandled();
                while (_running.Count < places && await TakeAsync(places, handled, stopping) is { Count: > 0 } jobs)
                {
                    foreach (var job in jobs)
                    {
                        Begin(job, places, run, abort);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while waiting; what was being taken is free again when its lease ends.
        }
    }

    private async Task<IReadOnlyList<ClaimedJob>> TakeAsync(int places, IReadOnlyList<JobRegistration> all, CancellationToken stopping)
    {
        var room = all.Select(job => job.Module.Manifest.Id).Distinct().ToDictionary(
            id => id, id => BulkheadLimits.JobsOf(places) - _running.Values.Count(running => running.Job.Module == id), StringComparer.Ordinal);
        var handled = all.Where(job => room[job.Module.Manifest.Id] > 0).ToList();
        if (handled.Count == 0 || stopping.IsCancellationRequested)
        {
            return [];
        }

        try
        {
            // Another module goes first each time.
            var first = (int)((uint)_turn++ % (uint)handled.Count);
            var (jobs, after) = await claims.ClaimAsync([.. handled.Skip(first), .. handled.Take(first)], room, places - _running.Count, _after, stopping);
            _after = after;
            return jobs;
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            LogAway(away.GetType().Name);
            return [];
        }
    }

    private void Begin(ClaimedJob job, int places, Func<ClaimedJob, CancellationToken, CancellationToken, Task> run, CancellationToken abort)
    {
        var running = new Running(job, new());
        _running[job.Id] = running;
        running.Task = Task.Run(
            async () =>
            {
                try
                {
                    await run(job, running.Lost.Token, abort);
                }
                finally
                {
                    _running.TryRemove(new(job.Id, running));
                    running.Lost.Dispose();
                    if (_running.Count <= places / 2 || _running.Values.Count(other => other.Job.Module == job.Module) <= BulkheadLimits.JobsOf(places) / 2)
                    {
                        Wake();
                    }
                }
            },
            CancellationToken.None);
    }

    /// <summary>Keeps the leases of what runs, and cancels what was taken over, replaced or cancelled meanwhile.</summary>
    private async Task RenewAsync(CancellationToken ended)
    {
        using var timer = new PeriodicTimer(RenewInterval, time);
        while (await Ticking.NextAsync(timer, ended))
        {
            var held = _running.Values.ToList();
            if (held.Count == 0)
            {
                continue;
            }

            try
            {
                var still = await claims.RenewAsync([.. held.Select(running => running.Job)], ended);
                foreach (var lost in held.Where(running => !still.Contains(running.Job.Id) && _running.ContainsKey(running.Job.Id)))
                {
                    await lost.CancelAsync();
                }
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException)
            {
                LogAway(away.GetType().Name);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error}); jobs wait")]
    private partial void LogAway(string error);

    private sealed class Running(ClaimedJob job, CancellationTokenSource lost)
    {
        public ClaimedJob Job => job;

        public CancellationTokenSource Lost => lost;

        public Task Task { get; set; } = Task.CompletedTask;

        /// <summary>Harmless for a job that has just ended.</summary>
        public async Task CancelAsync()
        {
            try
            {
                await lost.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // It ended between the look and the call.
            }
        }
    }
}
