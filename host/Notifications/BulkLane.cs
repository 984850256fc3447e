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
    private const string Release = "select core.release_bulk($1)";

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1.0 / 3);

    /// <summary>As <c>core.release_bulk</c> counts it.</summary>
    private static readonly TimeSpan PerMessage = TimeSpan.FromMilliseconds(35);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that something may have come.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Runs until told to stop.</summary>
    public Task RunAsync(CancellationToken stopping) => Together.RunAsync(PollAsync(stopping), ReleaseAsync(stopping));

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
                while (await ReleaseOnceAsync(stopping) is > 0 and var released)
                {
                    await Task.Delay(PerMessage * released, time, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was let go lies in the outbox.
        }
    }

    /// <returns>How many messages were let go.</returns>
    private async Task<int> ReleaseOnceAsync(CancellationToken stopping)
    {
        try
        {
            await using var command = access.Host.CreateCommand(Release);
            command.Parameters.Add(Sql.Value(bot.Id));
            await using var reader = await command.ExecuteReaderAsync(stopping);
            var released = 0;
            for (; await reader.ReadAsync(stopping); released++)
            {
                outbox.Signal(reader.GetInt64(0));
            }

            return released;
        }
        catch (NpgsqlException away)
        {
            LogAway(away.GetType().Name, away.SqlState);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of the bulk lane could not be let go ({Error} {SqlState}); tried again")]
    private partial void LogAway(string error, string? sqlState);
}
