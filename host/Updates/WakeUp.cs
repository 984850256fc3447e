using System.Globalization;
using DrAivBot.Host.Database;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Hosts on one database wake each other when one has more to do than it works off at once, so that the others need not
/// find it by their poll. Only a hint: one that is lost costs a second.
/// </summary>
internal sealed partial class WakeUp(DatabaseAccess access, BotIdentity bot, TimeProvider time, ILogger<WakeUp> logger) : IDisposable
{
    private const string Channel = "draivbot_updates";
    private static readonly TimeSpan CallPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AwayPause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _woken = new(0, 1);
    private readonly string _mark = bot.Id.ToString(CultureInfo.InvariantCulture);
    private long _calledAt;
    private int _isCalling;

    /// <summary>Calls the other hosts; at most five times a second, and nobody waits for it.</summary>
    public void Call()
    {
        if ((_calledAt == 0 || time.GetElapsedTime(_calledAt) >= CallPause) && Interlocked.Exchange(ref _isCalling, 1) == 0)
        {
            _calledAt = time.GetTimestamp();
            _ = CallAsync();
        }
    }

    /// <summary>Waits until called, at most for a time.</summary>
    /// <returns>False when the host stops.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken stopping)
    {
        using var over = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stopping);
        try
        {
            await _woken.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time for a poll, or for the end.
        }

        return !stopping.IsCancellationRequested;
    }

    /// <summary>Listens until told to stop, on a connection of its own.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException)
            {
                LogAway(away.GetType().Name);
                await PauseAsync(stopping);
            }
        }
    }

    public void Dispose() => _woken.Dispose();

    private async Task ListenAsync(CancellationToken stopping)
    {
        await using var connection = await access.Host.OpenConnectionAsync(stopping);
        connection.Notification += (_, call) =>
        {
            if (call.Payload == _mark && _woken.CurrentCount == 0)
            {
                Wake();
            }
        };
        try
        {
            await ExecuteAsync(connection, $"listen {Channel}", stopping);
            while (true)
            {
                await connection.WaitAsync(stopping);
            }
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await ExecuteAsync(connection, $"unlisten {Channel}", CancellationToken.None);
            }
        }
    }

    private void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it in the meantime.
        }
    }

    private async Task CallAsync()
    {
        try
        {
            await using var command = access.Host.CreateCommand($"select pg_notify('{Channel}', $1)");
            command.Parameters.Add(Sql.Value(_mark));
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException away)
        {
            LogAway(away.GetType().Name);
        }
        finally
        {
            Volatile.Write(ref _isCalling, 0);
        }
    }

    private async Task PauseAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(AwayPause, time, stopping);
        }
        catch (OperationCanceledException)
        {
            // The host stops; the loop sees it.
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Hosts cannot call each other now ({Error}); the poll finds what there is to do")]
    private partial void LogAway(string error);
}
