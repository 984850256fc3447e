using DrAivBot.Host.Database;

namespace DrAivBot.Host.Sessions;

/// <summary>Removes sessions that ended and update ids that cannot come again.</summary>
internal sealed partial class SessionCleaner(DatabaseAccess access, ILogger<SessionCleaner> logger)
{
    /// <summary>Rows in one statement: short enough for its timeout, and nobody waits long for a locked session.</summary>
    private const int Portion = 5000;

    private const string DeleteExpired = """
        delete from core.sessions where telegram_id = any (array(
            select telegram_id from core.sessions where expires_at <= now() limit $1 for update skip locked))
        """;

    /// <summary>Telegram repeats an update for a day at most; three leave room for a clock that is wrong.</summary>
    private const string DeleteSeen = """
        delete from core.seen where ctid = any (array(
            select ctid from core.seen where received_at < now() - interval '3 days' limit $1))
        """;

    private const string DeleteSuspects = """
        delete from core.suspects where (bot_id, update_id) in (
            select bot_id, update_id from core.suspects where noted_at < now() - interval '3 days' limit $1)
        """;

    /// <summary>Cleans once.</summary>
    /// <returns>How many sessions were removed.</returns>
    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        var removed = await DeleteAsync(DeleteExpired, cancellationToken);
        LogCleaned(removed, await DeleteAsync(DeleteSeen, cancellationToken));
        await DeleteAsync(DeleteSuspects, cancellationToken);
        return removed;
    }

    private async Task<int> DeleteAsync(string portion, CancellationToken cancellationToken)
    {
        var all = 0;
        int deleted;
        do
        {
            await using var command = access.Host.CreateCommand(portion);
            command.Parameters.Add(Sql.Value(Portion));
            deleted = await command.ExecuteNonQueryAsync(cancellationToken);
            all += deleted;
        }
        while (deleted == Portion);

        return all;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cleaned up: {Sessions} ended sessions, {Updates} old update ids")]
    private partial void LogCleaned(int sessions, int updates);
}
