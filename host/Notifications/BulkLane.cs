using System.Threading.Channels;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Notifications;

/// <summary>
/// Lets go what came due for many at once, at the pace that all hosts keep together: in the order of due time, companies
/// taking turns. A single message goes at once.
/// </summary>
internal sealed partial class BulkLane(DatabaseAccess access, BotIdentity bot, OutboxDispatcher outbox, TimeProvider time, ILogger<BulkLane> logger)
{
    private const string Release = "select chat_id, after from core.release_lane($1)";

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1.0 / 3);

    /// <summary>How long before the last message's time more are asked for, so that a slow answer makes no gap.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(250);

    /// <summary>A message asked for before its time by the database's clock would wait for the next poll.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(2);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<(long Chat, long At)> _released = Channel.CreateUnbounded<(long, long)>();

    /// <summary>Says that something may have come.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Runs until told to stop. What was let go lies in the outbox.</summary>
    public Task RunAsync(CancellationToken stopping) => Together.RunAsync(PollAsync(stopping), ReleaseAsync(stopping), SignalAsync(stopping));

    private async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(PollInterval, time);
        while (await Ticking.NextAsync(timer, stopping))
        {
            Wake();
        }
    }

    private async Task ReleaseAsync(CancellationToken stopping)
    {
        try
        {
            while (await _wake.Reader.WaitToReadAsync(stopping))
            {
                _wake.Reader.TryRead(out _);
                while (await ReleaseOnceAsync(stopping) is { } last)
                {
                    if (last > Ahead)
                    {
                        await Task.Delay(last - Ahead, time, stopping);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing is in hand here.
        }
    }

    /// <returns>After what time the last message goes; null when there was none.</returns>
    private async Task<TimeSpan?> ReleaseOnceAsync(CancellationToken stopping)
    {
        try
        {
            await using var command = access.Host.CreateCommand(Release);
            command.Parameters.Add(Sql.Value(bot.Id));
            await using var reader = await command.ExecuteReaderAsync(stopping);
            TimeSpan? last = null;
            while (await reader.ReadAsync(stopping))
            {
                last = reader.GetTimeSpan(1);
                _released.Writer.TryWrite((reader.GetInt64(0), time.GetTimestamp() + (long)(last.Value.TotalSeconds * time.TimestampFrequency)));
            }

            return last;
        }
        catch (NpgsqlException away)
        {
            LogAway(away.GetType().Name, away.SqlState);
            return null;
        }
    }

    private async Task SignalAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var (chat, at) in _released.Reader.ReadAllAsync(stopping))
            {
                var wait = time.GetElapsedTime(time.GetTimestamp(), at);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait + Margin, time, stopping);
                }

                outbox.Signal(chat);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Another host finds them, or this one when it starts again.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of the bulk lane could not be let go ({Error} {SqlState}); tried again")]
    private partial void LogAway(string error, string? sqlState);
}
