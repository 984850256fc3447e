using System.Diagnostics;
using Npgsql;

namespace DrAivBot.Host.Operator;

/// <summary>
/// An answer of the database that is asked for again when it is old and somebody wants it, so that however many look, and
/// however often, the database is asked now and then. A slow question is asked more rarely: it never takes more than a
/// hundredth of the time.
/// </summary>
internal sealed class CachedAnswer<T>(TimeSpan interval, TimeSpan limit, Func<CancellationToken, Task<T>> ask)
    where T : class
{
    private const int Rarity = 100;

    private readonly Lock _gate = new();
    private Task _asking = Task.CompletedTask;
    private long? _askedAt;
    private TimeSpan _wait;

    /// <summary>The latest answer; null when there was none yet, or the database did not answer last time.</summary>
    public T? Latest { get; private set; }

    /// <summary>Why there is no answer, as a name for the log; null when there is one.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Asks if it is time to, and waits for the answer, but not for long.</summary>
    /// <returns>Whether there is an answer that is not too old.</returns>
    public async Task<bool> RefreshAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        Task asking;
        lock (_gate)
        {
            if (_asking.IsCompleted && (_askedAt is not { } at || Stopwatch.GetElapsedTime(at) >= _wait))
            {
                _asking = Task.Run(AskAsync, CancellationToken.None);
            }

            asking = _asking;
        }

        try
        {
            await asking.WaitAsync(patience, TimeProvider.System, cancellationToken);
            return Latest is not null;
        }
        catch (TimeoutException)
        {
            Trouble ??= "no answer in time";
            return false;
        }
    }

    private async Task AskAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var enough = new CancellationTokenSource(limit, TimeProvider.System);
        try
        {
            Latest = await ask(enough.Token);
            Trouble = null;
        }
        catch (Exception away) when (away is NpgsqlException or OperationCanceledException or TimeoutException or ObjectDisposedException)
        {
            Latest = null;
            Trouble = (away as PostgresException)?.SqlState ?? (away is OperationCanceledException ? "no answer in time" : away.GetType().Name);
        }

        _wait = TimeSpan.FromTicks(Math.Max(interval.Ticks, Trouble is null ? Stopwatch.GetElapsedTime(began).Ticks * Rarity : 0));
        _askedAt = Stopwatch.GetTimestamp();
    }
}
