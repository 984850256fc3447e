using DrAivBot.Host.Database;
using DrAivBot.Host.Lanes;
using Npgsql;

namespace DrAivBot.Host.Sessions;

/// <summary>Every hour removes sessions that ended and update ids that cannot come again.</summary>
internal sealed partial class SessionCleaner(DatabaseAccess access, TimeProvider time, ILogger<SessionCleaner> logger)
{
    /// <summary>How often.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private const string DeleteExpired = "delete from core.sessions where expires_at <= now()";

    /// <summary>Telegram repeats an update for a day at most; three leave room for a clock that is wrong.</summary>
    private const string DeleteSeen = "delete from core.seen where received_at < now() - interval '3 days'";

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await CleanAsync(stopping);
            }
            catch (NpgsqlException away)
            {
                LogAway(away.GetType().Name);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
        while (await Ticking.NextAsync(timer, stopping));
    }

    /// <summary>Cleans once.</summary>
    /// <returns>How many sessions were removed.</returns>
    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        await using var sessions = access.Host.CreateCommand(DeleteExpired);
        var removed = await sessions.ExecuteNonQueryAsync(cancellationToken);
        await using var seen = access.Host.CreateCommand(DeleteSeen);
        LogCleaned(removed, await seen.ExecuteNonQueryAsync(cancellationToken));
        return removed;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cleaned up: {Sessions} ended sessions, {Updates} old update ids")]
    private partial void LogCleaned(int sessions, int updates);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error}); the clean-up waits an hour")]
    private partial void LogAway(string error);
}
