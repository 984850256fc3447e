using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Notifications;

/// <summary>Every minute looks whether messages wait too long, every hour forgets what is old.</summary>
internal sealed partial class DeliveryUpkeep(
    DatabaseAccess access, BotIdentity bot, FileTable files, OperatorAlerts alerts, TimeProvider time, ILogger<DeliveryUpkeep> logger)
{
    /// <summary>A message that waits longer is worth the operator's look.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private const int MinutesInHour = 60;

    private const string FindBacklog = "select count(*), min(created_at) < now() - $2 from core.outbox where bot_id = $1";

    private const string Forget = "select core.forget_deliveries()";

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        for (var minute = 0; await Ticking.NextAsync(timer, stopping); minute = (minute + 1) % MinutesInHour)
        {
            try
            {
                await WatchAsync(stopping);
                if (minute == 0)
                {
                    await ForgetAsync(stopping);
                }
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
    }

    /// <summary>Forgets receipts after 90 days and files after 30.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(Forget);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await files.ForgetAsync(cancellationToken);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(FindBacklog);
        Sql.AddTo(command.Parameters, Sql.Value(bot.Id), Sql.Value(LongestWait));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken) && reader.GetInt64(0) is > 0 and var waiting && reader.GetBoolean(1))
        {
            LogBacklog(waiting, LongestWait.TotalMinutes);
            alerts.Raise("core.alert.backlog");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} message(s) wait, the oldest for more than {Minutes} minutes")]
    private partial void LogBacklog(long count, double minutes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error}); the upkeep of delivery waits a minute")]
    private partial void LogAway(string error);
}
