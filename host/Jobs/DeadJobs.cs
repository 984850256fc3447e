using DrAivBot.Host.Database;

namespace DrAivBot.Host.Jobs;

/// <summary>Removes dead jobs after 90 days, and events for modules that are away for longer than 7.</summary>
internal sealed partial class DeadJobs(DatabaseAccess access, ILogger<DeadJobs> logger)
{
    private const string Purge = "select dead, unheard from core.purge_jobs(interval '90 days', interval '7 days')";

    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(Purge);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        LogPurged(reader.GetInt64(0), reader.GetInt64(1));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Dead} old dead jobs and {Events} events that nobody came back for")]
    private partial void LogPurged(long dead, long events);
}
