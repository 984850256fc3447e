using DrAivBot.Host.Database;

namespace DrAivBot.Host.Updates;

/// <summary>The handlers of a group's turns while they run, one after another on one connection.</summary>
#pragma warning disable CA1001 // A handler that was given up may still hold the token; a source without a timer holds nothing.
internal sealed class TurnFlight(TurnDatabase database, IReadOnlyList<TurnAttempt> attempts, TimeProvider time)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _giveUp = new();
    private long _begunAt = time.GetTimestamp();
    private volatile TurnAttempt? _current;

    public TurnDatabase Database => database;

    public IReadOnlyList<TurnAttempt> Attempts => attempts;

    /// <summary>Whether it holds one turn only.</summary>
    public bool IsSingle => attempts.Count == 1;

    /// <summary>Whether the flight was given up; what its handlers still do counts for nothing.</summary>
    public bool IsAbandoned => _giveUp.IsCancellationRequested;

    /// <summary>The turn whose handlers run or ran last.</summary>
    public TurnAttempt? Current => _current;

    /// <summary>What the current turn's handlers threw; null when they did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How long the handlers of the current turn have been running.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(Volatile.Read(ref _begunAt));

    /// <summary>Cancels the handlers; nothing they still do counts any more.</summary>
    public Task AbandonAsync() => _giveUp.CancelAsync();

    /// <summary>Runs the turns until one fails.</summary>
    /// <param name="run">Runs the handlers of one turn.</param>
    public async Task RunAsync(Func<TurnAttempt, CancellationToken, Task> run)
    {
        foreach (var attempt in attempts)
        {
            if (IsAbandoned)
            {
                return;
            }

            _current = attempt;
            Volatile.Write(ref _begunAt, time.GetTimestamp());
            try
            {
                await run(attempt, _giveUp.Token);
                attempt.Duration = Elapsed;
            }
#pragma warning disable CA1031 // The boundary of a turn: whatever a module throws, only this update is affected.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Failure = failure;
                return;
            }
        }
    }
}
