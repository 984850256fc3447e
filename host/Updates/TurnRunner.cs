using System.Data;
using System.Diagnostics;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Runs one turn: takes the next update of a lane, answers it and commits everything in one transaction. What fails is
/// rolled back whole and tried again, and after the last try set aside with an incident code for the user.
/// </summary>
internal sealed partial class TurnRunner(
    DatabaseAccess access,
    TurnStorage storage,
    TurnParts parts,
    OutboxDispatcher outbox,
    TurnWatch watch,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    /// <summary>How long the handlers of one turn may take.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>How much longer a handler that ignores its cancellation is waited for.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public async Task<LaneStep> RunNextAsync(long lane, CancellationToken stopping)
    {
        var attempt = new TurnAttempt(lane, watch.Begin());
        try
        {
            return await RunAsync(attempt, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return LaneStep.Idle;
        }
        catch (NpgsqlException away) when (DatabaseAccess.IsAway(away))
        {
            // The database went away, which is nobody's fault: nothing was committed, and the poll finds the update again.
            attempt.End(TurnResult.DatabaseAway);
            LogDatabaseAway(away.GetType().Name, away.SqlState);
            return LaneStep.Idle;
        }
#pragma warning disable CA1031 // The boundary of a turn: whatever a module throws, only this update is affected.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return await RecordFailureAsync(attempt, failure, stopping);
        }
    }

    private async Task<LaneStep> RunAsync(TurnAttempt attempt, CancellationToken stopping)
    {
        var began = Stopwatch.GetTimestamp();
        await using var database = await TurnDatabase.OpenAsync(access, stopping);
        if (await storage.Opening.OpenAsync(database, attempt.Lane, stopping) is not { } opened)
        {
            return LaneStep.Idle;
        }

        attempt.Opened = opened;
        var update = UpdateReader.Read(opened.UpdateId, opened.Payload);
        attempt.Update = update;
        if (update.Kind == IncomingKind.Ignored || update.From is null)
        {
            if (update.IsUnreadable)
            {
                LogUnreadable(opened.UpdateId);
            }

            await storage.Closing.DropAsync(database, opened.UpdateId, stopping);
            attempt.End(TurnResult.Ignored);
            return LaneStep.Handled;
        }

        var turn = await BeginAsync(database, opened, update, stopping);
        await AnswerAsync(turn, attempt, stopping);
        outbox.Signal(turn.ChatId);
        attempt.End(TurnResult.Answered);
        LogTurn(opened.UpdateId, attempt.Route, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return LaneStep.Handled;
    }

    private async Task<TurnState> BeginAsync(TurnDatabase database, OpenedTurn opened, IncomingUpdate update, CancellationToken cancellationToken)
    {
        var (now, sender) = (time.GetUtcNow(), update.From!);
        var user = opened.User is { } known && known.Name == UserTable.Clean(sender.Name)
            ? known
            : await UserTable.RememberAsync(database, sender, now, cancellationToken);
        return new()
        {
            Update = update,
            Database = database,
            Company = new ActiveCompany { Member = opened.Member },
            OpenedIn = opened.Member?.CompanyId,
            Session = opened.Session,
            Routes = parts.Routes,
            User = user with { TimeZone = user.TimeZone ?? opened.User?.TimeZone },
            Language = Language.For(user.Language ?? sender.LanguageCode),
            LiveMessageId = opened.LiveMessageId,
            StartedAt = now,
        };
    }

    private async Task AnswerAsync(TurnState turn, TurnAttempt attempt, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        await using var modules = parts.CallModules(turn);
        attempt.Modules = modules;
        var conversation = parts.Converse(turn, modules);

        // A handler that blocks its thread must not take the lane's worker with it.
        var handling = Task.Run(() => conversation.HandleAsync(both.Token), CancellationToken.None);
        Answer answer;
        try
        {
            answer = await handling.WaitAsync(Deadline + Grace, time, stopping);
        }
        catch (NpgsqlException own) when (own is not PostgresException && turn.Database.Connection.State == ConnectionState.Open)
        {
            throw new InvalidOperationException("A query of the module failed on a connection that stands: its own timeout, or two queries at once.", own);
        }
        catch (TimeoutException)
        {
            await storage.Failures.AbandonAsync(turn.Database.Connection.ProcessID);
            throw;
        }

        var outgoing = parts.Write(turn, answer);
        await storage.Closing.CloseAsync(turn, outgoing, TurnParts.NameOfPlace(turn), stopping);
    }

    private async Task<LaneStep> RecordFailureAsync(TurnAttempt attempt, Exception failure, CancellationToken stopping)
    {
        LogFailure(failure, attempt.Opened?.UpdateId ?? 0, attempt.Route);
        try
        {
            var setAside = await storage.Failures.RecordAsync(attempt, failure, stopping);
            attempt.End(setAside ? TurnResult.SetAside : failure is TimeoutException or OperationCanceledException ? TurnResult.TimedOut : TurnResult.Failed);
            if (setAside)
            {
                outbox.Signal(attempt.ChatId);
            }

            return setAside ? LaneStep.Handled : LaneStep.Idle;
        }
#pragma warning disable CA1031 // Still the boundary of a turn: a failure that cannot be recorded must not end the lane's worker.
        catch (Exception away)
#pragma warning restore CA1031
        {
            LogDatabaseAway(away.GetType().Name, (away as NpgsqlException)?.SqlState);
            return LaneStep.Idle;
        }
    }

    /// <summary>Whether the connection broke or the server is stopping; what a module does wrong in SQL counts as its failure.</summary>
    [LoggerMessage(Level = LogLevel.Debug, Message = "Update {UpdateId} answered by {Route} in {Milliseconds:0.0} ms")]
    private partial void LogTurn(long updateId, string? route, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {UpdateId} has a shape that Telegram does not send; it was dropped")]
    private partial void LogUnreadable(long updateId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {UpdateId} failed in {Route}; nothing of it was kept")]
    private partial void LogFailure(Exception failure, long updateId, string? route);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error} {SqlState}); the update is tried again")]
    private partial void LogDatabaseAway(string error, string? sqlState);
}

/// <summary>What is known about a turn when it fails.</summary>
internal sealed class TurnAttempt(long lane, TurnWatch.WatchedTurn watched)
{
    public long Lane => lane;

    /// <summary>Reports what it came to.</summary>
    public void End(TurnResult result) => watched.End(Route, result);

    public OpenedTurn? Opened { get; set; }

    /// <summary>Null until it was read.</summary>
    public IncomingUpdate? Update { get; set; }

    /// <summary>Where the user is told about it.</summary>
    public long ChatId => Update?.ChatId ?? lane;

    public ModuleCalls? Modules { get; set; }

    /// <summary>Name of the route whose code ran last.</summary>
    public string? Route => Modules?.LastRoute;
}
