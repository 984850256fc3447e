using System.Collections.Concurrent;
using DrAivBot.Host.Configuration;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Watches handlers from a thread of its own, because one that blocks its thread holds up the very pool that would notice.
/// For each such handler the pool gets a thread more, so that the others go on; when too many never come back, the host
/// drains and ends, to be started afresh.
/// </summary>
internal sealed partial class HandlerWatch : IDisposable
{
    /// <summary>How many handlers may be lost before the host ends itself.</summary>
    public const int MaxLeaked = 8;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<TurnFlight, bool> _flights = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FatalStop _fatal;
    private readonly ILogger<HandlerWatch> _logger;
    private readonly int _threads;
    private int _added;
    private bool _isEnding;

    public HandlerWatch(FatalStop fatal, ILogger<HandlerWatch> logger)
    {
        (_fatal, _logger) = (fatal, logger);
        ThreadPool.GetMinThreads(out _threads, out _);
        new Thread(Watch) { IsBackground = true, Name = "handler watch" }.Start();
    }

    /// <summary>How many handlers were given up and still run.</summary>
    public int Leaked => _flights.Keys.Count(flight => flight.IsAbandoned);

    public void Enter(TurnFlight flight) => _flights[flight] = true;

    public void Leave(TurnFlight flight) => _flights.TryRemove(flight, out _);

    public void Dispose()
    {
        _stop.Cancel();
    }

    private void Watch()
    {
        while (!_stop.Token.WaitHandle.WaitOne(Pace))
        {
            GiveThreads(_flights.Keys.Count(flight => flight.IsAbandoned || flight.Elapsed > Slow));
            var leaked = Leaked;
            if (leaked >= MaxLeaked && !_isEnding)
            {
                _isEnding = true;
                LogTooMany(leaked);
                _fatal.Stop(ExitCodes.Restart, $"{leaked} handlers of modules never came back and hold their threads. The host has drained and ended so that it can be started afresh; the log names their routes. Nothing was lost.");
            }
        }
    }

    private void GiveThreads(int slow)
    {
        if (slow != _added)
        {
            _added = slow;
            ThreadPool.GetMinThreads(out _, out var ports);
            ThreadPool.SetMinThreads(_threads + slow, ports);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Count} handlers never came back; the host drains and ends to be started afresh")]
    private partial void LogTooMany(int count);
}
