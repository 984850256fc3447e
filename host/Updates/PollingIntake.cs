using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Fetches updates from Telegram. Of several hosts on one database one polls, which an advisory lock decides; another
/// takes over when its connection ends. The offset moves on only after the updates are stored.
/// </summary>
internal sealed partial class PollingIntake(
    DatabaseAccess access,
    UpdateFetch updates,
    BotIdentity identity,
    UpdateIntake intake,
    FatalStop fatal,
    OperatorAlerts alerts,
    TimeProvider time,
    ILogger<PollingIntake> logger)
{
    private const string TokenInUse =
        "Another program, for example a host on another database, fetches the updates of this bot already. Each update would reach only one of the two, so this host, which came second, stops. "
        + "Stop the other program, give both hosts the same Database__ConnectionString, or set Telegram__Token to the token of another bot.";

    private const long LockClass = 0x706F6C6C;
    private const int MostConflicts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Who fetched so long without a conflict was here first.</summary>
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(10);

    private long _fetchingSince;
    private bool _isSettled;
    private int _conflicts;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await LeadAsync(stopping);
                await Task.Delay(Pause, time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (FetchFailedException refused) when (refused.Code == 409)
            {
                if (IsSecond())
                {
                    fatal.Stop(ExitCodes.Configuration, TokenInUse);
                    return;
                }

                LogConflict();
                if (_isSettled)
                {
                    alerts.Raise("core.alert.conflict");
                }

                await PauseAsync(stopping);
            }
            catch (FetchFailedException refused) when (refused.Code is { } code)
            {
                LogRefused(code, refused.Message);
                await PauseAsync(stopping);
            }
            catch (Exception away) when (away is FetchFailedException or NpgsqlException or TimeoutException)
            {
                // A stop ends the sandbox's long poll too, which is nothing to warn of.
                await PauseAsync(stopping);
                if (!stopping.IsCancellationRequested)
                {
                    LogAway(away is FetchFailedException ? away.Message : away.InnerException?.GetType().Name ?? away.GetType().Name);
                }
            }
        }
    }

    /// <summary>
    /// Two that fetch end each other's calls in turns, and each update reaches only one of them. Hosts on one database agree
    /// by its lock, so the other works on another one: who came second stops, who was here first goes on.
    /// </summary>
    private bool IsSecond()
    {
        _isSettled |= time.GetElapsedTime(_fetchingSince) >= SettleTime;
        return !_isSettled && ++_conflicts >= MostConflicts;
    }

    private async Task LeadAsync(CancellationToken stopping)
    {
        await using var connection = await access.Host.OpenConnectionAsync(stopping);
        if (!await AskAsync(connection, "select pg_try_advisory_lock($1)", stopping))
        {
            return;
        }

        try
        {
            await updates.EndWebhookAsync(stopping);
            _fetchingSince = time.GetTimestamp();
            long? offset = null;
            while (await AskAsync(connection, "select $1 is not null", stopping))
            {
                offset = await PollOnceAsync(offset, stopping);
            }
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await AskAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
            }
        }
    }

    private async Task<long?> PollOnceAsync(long? offset, CancellationToken stopping)
    {
        var fetched = await updates.FetchAsync(offset, stopping);
        _conflicts = 0;
        if (fetched.Count == 0)
        {
            return offset;
        }

        await intake.StoreAsync(fetched, stopping);
        return fetched.Max(update => update.UpdateId) + 1;
    }

    private async Task<bool> AskAsync(NpgsqlConnection connection, string question, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, connection);
        command.Parameters.Add(Sql.Value((LockClass << 32) ^ identity.Id));
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task PauseAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(Pause, time, stopping);
        }
        catch (OperationCanceledException)
        {
            // The host stops; the loop sees it.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another program fetches this bot's updates. If it is not a host on the same database, stop it: each update reaches only one of them")]
    private partial void LogConflict();

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused to hand out updates: {Code} {Reason}")]
    private partial void LogRefused(int code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No updates can be fetched or stored now ({Error}); trying again")]
    private partial void LogAway(string error);
}
