using DrAivBot.Host.Database;

namespace DrAivBot.Host.Sessions;

/// <summary>Removes sessions that ended and update ids that cannot come again.</summary>
internal sealed partial class SessionCleaner(DatabaseAccess access, ILogger<SessionCleaner> logger)
{
    private const string DeleteExpired = "delete from core.sessions where expires_at <= now()";

    /// <summary>Telegram repeats an update for a day at most; three leave room for a clock that is wrong.</summary>
    private const string DeleteSeen = "delete from core.seen where received_at < now() - interval '3 days'";

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
}
