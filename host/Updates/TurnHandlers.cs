using System.Data;
using DrAivBot.Host.Database;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Modules.Bulkheads;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>Runs the handlers of a flight where they can be watched, and gives them up when they take too long.</summary>
internal sealed class TurnHandlers(TurnParts parts, TurnGuards guards, FailedTurns failures, ModuleBulkheads bulkheads, TimeProvider time)
{
    /// <summary>Which module has which share, and which rests.</summary>
    public ModuleBulkheads Bulkheads => bulkheads;

    /// <summary>What was slow of late.</summary>
    public SlowTurns Slow { get; } = new();

    /// <summary>How long the handlers of one turn may take.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>How much longer a handler that ignores its cancellation is waited for.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long one turn may hold up the others of its group, those that wait for a slot, or Telegram, which waits for the acknowledgement.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>A flight of turns that have begun.</summary>
    public TurnFlight Prepare(TurnDatabase database, IReadOnlyList<TurnAttempt> attempts) => new(database, attempts, time);

    /// <summary>Runs the handlers, and gives them up when they take too long.</summary>
    public async Task RunAsync(LaneGroup group, TurnFlight flight, CancellationToken abort)
    {
        // A handler that blocks its thread must not take the group's with it.
        var handling = Task.Run(() => FlyAsync(flight), CancellationToken.None);
        try
        {
            while (!await EndsWithinAsync(handling, Patience, abort))
            {
                group.YieldSlot();
                if (flight is { IsSingle: true, Attempts: [{ IsFresh: false }] })
                {
                    await WaitForSingleAsync(handling, flight, abort);
                }
                else if (flight.Elapsed >= Patience)
                {
                    throw new TimeoutException($"The handlers of a turn took longer than {Patience.TotalMilliseconds} ms.");
                }
            }
        }
        catch (Exception givenUp) when (givenUp is TimeoutException or OperationCanceledException)
        {
            await flight.AbandonAsync();
            flight.Current?.Modules?.LeavePlaces();
            await failures.AbandonAsync(flight.Database.Connection.ProcessID);
            throw;
        }

        if (flight.Failure is { } failure)
        {
            throw new TurnFailedException(failure);
        }
    }

    private async Task WaitForSingleAsync(Task handling, TurnFlight flight, CancellationToken abort)
    {
        if (!await EndsWithinAsync(handling, Deadline - Patience, abort))
        {
            await flight.AbandonAsync();
            await handling.WaitAsync(Grace, time, abort);
        }
    }

    private async Task<bool> EndsWithinAsync(Task handling, TimeSpan patience, CancellationToken abort)
    {
        try
        {
            await handling.WaitAsync(patience, time, abort);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task FlyAsync(TurnFlight flight)
    {
        using var written = guards.Journal.Enter(
            flight.Attempts.Select(attempt => attempt.Opened.UpdateId), flight is { IsSingle: true, Attempts: [{ Opened.IsSuspect: true }] });
        guards.Watch.Enter(flight);
        try
        {
            await flight.RunAsync(AnswerAsync);
        }
        finally
        {
            guards.Watch.Leave(flight);
        }
    }

    private async Task AnswerAsync(TurnAttempt attempt, CancellationToken giveUp)
    {
        var turn = attempt.Turn!;
        turn.Database.EnterTurn(turn.Member?.CompanyId);
        await using var modules = parts.CallModules(turn, bulkheads);
        attempt.Modules = modules;
        try
        {
            attempt.Outgoing = parts.Write(turn, await parts.Converse(turn, modules).HandleAsync(giveUp));
        }
        catch (NpgsqlException own) when (own is not PostgresException && turn.Database.Connection.State == ConnectionState.Open)
        {
            throw new InvalidOperationException("A query of the module failed on a connection that stands: its own timeout, or two queries at once.", own);
        }
    }
}
