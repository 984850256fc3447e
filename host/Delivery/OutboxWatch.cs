using DrAivBot.Host.Lanes;
using Npgsql;

namespace DrAivBot.Host.Delivery;

/// <summary>Watches over the outbox: keeps claims alive, and finds what nobody signalled.</summary>
internal sealed partial class OutboxWatch(OutboxTable table, DeliveryDesk desk, ChatPace pace, DeliveryReport report, TimeProvider time, ILogger<OutboxWatch> logger)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewInterval = OutboxTable.Lease / 3;

    /// <summary>
    /// Renews the claims of what is long in hand. A claim is short, so that it dies soon after its host; a call to Telegram
    /// may take longer, also while the host stops.
    /// </summary>
    public async Task RenewAsync(CancellationToken finished)
    {
        using var timer = new PeriodicTimer(RenewInterval, time);
        while (await Ticking.NextAsync(timer, finished))
        {
            pace.Sweep();
            var slow = desk.ListSince(RenewInterval / 2);
            if (slow.Count == 0)
            {
                continue;
            }

            try
            {
                var kept = (await table.RenewAsync(slow, finished)).ToHashSet();
                desk.Lose(slow.Where(message => !kept.Contains(message.Id)));
            }
            catch (NpgsqlException away)
            {
                LogAway(away.GetType().Name);
            }
            catch (OperationCanceledException) when (finished.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Finds messages that nobody signalled: left by a crash, by another host, or waiting for a pause to end.</summary>
    public async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(PollInterval, time);
        while (await Ticking.NextAsync(timer, stopping))
        {
            report.Beat();
            try
            {
                foreach (var chat in await table.FindDueChatsAsync(stopping))
                {
                    desk.Want(chat);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error}); messages wait in the outbox")]
    private partial void LogAway(string error);
}
