using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules.Bulkheads;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Runs turns: takes the next update of each lane of a group, answers them and commits everything in one transaction.
/// When one of a group fails or is slow, nothing of the group is kept: the others run again without it, and it runs alone.
/// What fails alone is tried again, and after the last try set aside with an incident code for the user.
/// </summary>
internal sealed partial class TurnRunner(
    DatabaseAccess access,
    TurnStorage storage,
    TurnParts parts,
    TurnHandlers handlers,
    OutboxDispatcher outbox,
    TurnWatch watch,
    ILogger<TurnRunner> logger) : IDisposable
{
    private readonly SemaphoreSlim _suspects = new(1);

    public void Dispose() => _suspects.Dispose();

    /// <summary>Runs one turn of each lane of a group.</summary>
    public async Task RunAsync(LaneGroup group, CancellationToken abort)
    {
        var round = new TurnRound { Watched = watch.Begin(), Fresh = storage.Intake.TakeFresh(group.Lanes) };
        try
        {
            await RunAsync(group, round, abort);
        }
        catch (OperationCanceledException stopped) when (abort.IsCancellationRequested)
        {
            // The host stops: rolled back and found again at the next start.
            UpdateIntake.Refuse(round.Unsettled, stopped);
        }
        catch (NpgsqlException away) when (DatabaseAccess.IsAway(away))
        {
            // Nobody's fault: nothing was committed, and the poll finds the updates again.
            GiveUp(round, away);
        }
#pragma warning disable CA1031 // The boundary of a turn: whatever a module throws, only its update is affected.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await FailAsync(group, round, failure, abort);
        }

        round.Steps.ForEach(step => group.Leave(step.Lane, step.Step));
    }

    private async Task RunAsync(LaneGroup group, TurnRound round, CancellationToken abort)
    {
        await using var database = await TurnDatabase.OpenAsync(access, abort);
        var opened = await storage.Opening.OpenAsync(database, group.Lanes, round.Fresh, abort);
        if (opened.Count < group.Lanes.Count)
        {
            LeaveUnopened(group, round, opened);
        }

        var attempts = Choose(opened, round, isSingle: group.Lanes.Count == 1);
        if (round.First is not null || (round.Single is { } single && handlers.Slow.IsExpected(single)))
        {
            group.YieldSlot();
        }

        using var first = round.First;
        if (round.Single is { Opened.IsSuspect: true })
        {
            group.YieldSlot();
            await _suspects.WaitAsync(abort);
            try
            {
                await RunAsync(group, database, attempts, round, abort);
            }
            finally
            {
                _suspects.Release();
            }
        }
        else if (attempts.Count + round.Kept.Count > 0)
        {
            await RunAsync(group, database, attempts, round, abort);
        }
    }

    /// <summary>A lane of which nothing could be taken is looked at again; an update that was seen before has had its effect.</summary>
    private void LeaveUnopened(LaneGroup group, TurnRound round, List<OpenedTurn> opened)
    {
        var taken = opened.Select(turn => turn.Lane).ToHashSet();
        var left = group.Lanes.Where(lane => !taken.Contains(lane)).ToList();
        round.Steps.AddRange(left.Select(lane => (lane, round.Fresh.ContainsKey(lane) ? LaneStep.Idle : LaneStep.Later)));
        storage.Intake.Settle(left.Where(round.Fresh.ContainsKey).Select(lane => round.Fresh[lane]), areRepeated: true);
    }

    /// <summary>Those that have their turn now. Of the others, what is not stored yet is kept.</summary>
    private List<TurnAttempt> Choose(List<OpenedTurn> opened, TurnRound round, bool isSingle)
    {
        var attempts = new List<TurnAttempt>(opened.Count);
        foreach (var attempt in opened.Select(turn => new TurnAttempt(turn)))
        {
            if (StepInstead(attempt, round, isSingle) is not { } instead)
            {
                attempts.Add(attempt);
                continue;
            }

            round.Steps.Add((attempt.Lane, instead));
            if (attempt.IsFresh)
            {
                round.Kept.Add(attempt.Opened);
            }
        }

        round.Single = isSingle ? attempts.SingleOrDefault() : null;
        return attempts;
    }

    private LaneStep? StepInstead(TurnAttempt attempt, TurnRound round, bool isSingle) => attempt.Opened switch
    {
        { IsBusy: true } => LaneStep.Later,
        { IsBehind: true } => LaneStep.Again,
        var turn when (!isSingle || attempt.IsFresh) && (turn.IsSuspect || handlers.Slow.IsExpected(attempt)) => LaneStep.Alone,
        _ when SlowTurns.NewIn(attempt, parts.Routes) is { } module && !(isSingle && round.TryBegin(module)) => isSingle ? LaneStep.Later : LaneStep.Alone,
        _ => null,
    };

    private async Task RunAsync(LaneGroup group, TurnDatabase database, List<TurnAttempt> attempts, TurnRound round, CancellationToken abort)
    {
        if (round.Single is { Opened.Crashes: >= FailedTurns.MaxAttempts })
        {
            throw new ProcessCrashedException();
        }

        using var routes = parts.LeaseRoutes();
        foreach (var attempt in attempts)
        {
            if (!attempt.IsIgnored)
            {
                attempt.Turn = await parts.BeginAsync(database, attempt, routes.Routes, abort);
            }
            else if (attempt.Update.IsUnreadable)
            {
                LogUnreadable(attempt.Opened.UpdateId);
            }
        }

        round.Flight = handlers.Prepare(database, [.. attempts.Where(attempt => attempt.Turn is not null)]);
        if (round.Flight.Attempts.Count > 0)
        {
            await handlers.RunAsync(group, round.Flight, abort);
        }

        // The next group begins while this one commits; what has arrived since goes with it.
        group.YieldSlot();
        if (await storage.Closing.CloseAsync(database, attempts, round.Kept, abort) is { } messages)
        {
            foreach (var attempt in attempts.Where(attempt => attempt.IsFresh))
            {
                attempt.Opened.Fresh!.Reply = messages.TakeReply(attempt.ChatId);
            }

            outbox.Accept(messages);
        }

        storage.Intake.Settle(round.Unsettled, areRepeated: false);

        foreach (var attempt in attempts)
        {
            round.Steps.Add((attempt.Lane, LaneStep.Handled));
            round.Watched.End(attempt.Route, attempt.IsIgnored ? TurnResult.Ignored : TurnResult.Answered, attempts.Count);
            handlers.Slow.Measure(attempt);
            handlers.Bulkheads.Succeeded(attempt.Modules?.LastModule);
            LogTurn(attempt.Opened.UpdateId, attempt.Route, attempt.Duration.TotalMilliseconds);
        }
    }

    /// <summary>Decides who runs again and who is at fault. Nothing of the group was kept.</summary>
    private async Task FailAsync(LaneGroup group, TurnRound round, Exception failure, CancellationToken abort)
    {
        var thrown = failure is TurnFailedException { InnerException: { } inner } ? inner : failure;
        if (await TryKeepAsync(round, thrown) is { } away)
        {
            GiveUp(round, away);
            return;
        }

        // Nobody waits for the acknowledgement any more: what was too slow for that has its full time now.
        if (group.Lanes.Count == 1 && !(failure is TimeoutException && round.Single is { IsFresh: true }))
        {
            var isConflict = thrown is PostgresException { SqlState: TurnClosing.Conflict };
            round.Steps.Add((group.Lanes[0], isConflict ? LaneStep.Again : await RecordAsync(round, group.Lanes[0], round.Single, thrown, abort)));
            return;
        }

        var suspended = round.Steps.Select(step => step.Lane).ToHashSet();
        var others = group.Lanes.Where(lane => !suspended.Contains(lane)).ToList();

        // An error that a module swallowed shows in the next turn's SQL, and one of the commit shows in nobody's.
        var isKnown = failure is TurnFailedException && thrown is not PostgresException { SqlState: PostgresErrorCodes.InFailedSqlTransaction or PostgresErrorCodes.DeadlockDetected };
        var isSlow = failure is TimeoutException;
        var culprit = isKnown || isSlow ? round.Flight?.Current : null;
        foreach (var lane in others.Where(lane => lane != culprit?.Lane))
        {
            round.Steps.Add((lane, culprit is null ? LaneStep.Alone : LaneStep.Again));
        }

        if (culprit is not null)
        {
            if (isSlow)
            {
                handlers.Slow.NoteGivenUp(culprit);
            }

            round.Steps.Add((culprit.Lane, isSlow ? LaneStep.Alone : await RecordAsync(round, culprit.Lane, culprit, thrown, abort)));
        }
    }

    /// <summary>Stores what was not, so that it is tried again like any other.</summary>
    /// <returns>Null when it is; else why the database counts as away.</returns>
    private async Task<NpgsqlException?> TryKeepAsync(TurnRound round, Exception failure)
    {
        if (failure is NpgsqlException away && DatabaseAccess.IsAway(away))
        {
            return away;
        }

        FreshUpdate[] unsettled = [.. round.Unsettled];
        try
        {
            if (unsettled.Length > 0)
            {
                await storage.Intake.KeepAsync(unsettled);
            }

            return null;
        }
        catch (NpgsqlException notKept)
        {
            return notKept;
        }
    }

    /// <summary>Nothing was kept: what is stored is found by the poll, the rest comes again.</summary>
    private void GiveUp(TurnRound round, NpgsqlException away)
    {
        UpdateIntake.Refuse(round.Unsettled, away);
        round.Watched.End(null, TurnResult.DatabaseAway, 1);
        LogDatabaseAway(away.GetType().Name, away.SqlState);
    }

    private async Task<LaneStep> RecordAsync(TurnRound round, long lane, TurnAttempt? attempt, Exception failure, CancellationToken abort)
    {
        if (failure is ModuleBusyException)
        {
            // It waits for its turn, and from now on alone, so that no group is rolled back for it.
            handlers.Slow.NoteGivenUp(attempt!);
            return LaneStep.Later;
        }

        LogFailure(failure, attempt?.Opened.UpdateId ?? 0, attempt?.Route);
        handlers.Bulkheads.Failed(attempt?.Modules?.LastModule, attempt?.Route, failure);
        try
        {
            var setAside = await storage.Failures.RecordAsync(lane, attempt, failure, abort);
            var result = failure is TimeoutException or OperationCanceledException ? TurnResult.TimedOut : TurnResult.Failed;
            round.Watched.End(attempt?.Route, setAside ? TurnResult.SetAside : result, 1);
            if (setAside)
            {
                outbox.Signal(attempt?.ChatId ?? lane);
            }

            return setAside ? LaneStep.Handled : LaneStep.Idle;
        }
#pragma warning disable CA1031 // Still the boundary of a turn: a failure that cannot be recorded must not end the lanes' loop.
        catch (Exception away)
#pragma warning restore CA1031
        {
            LogDatabaseAway(away.GetType().Name, (away as NpgsqlException)?.SqlState);
            return LaneStep.Idle;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Update {UpdateId} answered by {Route} in {Milliseconds:0.0} ms")]
    private partial void LogTurn(long updateId, string? route, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {UpdateId} has a shape that Telegram does not send; it was dropped")]
    private partial void LogUnreadable(long updateId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {UpdateId} failed in {Route}; nothing of it was kept")]
    private partial void LogFailure(Exception failure, long updateId, string? route);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error} {SqlState}); the updates are tried again")]
    private partial void LogDatabaseAway(string error, string? sqlState);
}
