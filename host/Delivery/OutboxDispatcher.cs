using System.Collections.Concurrent;
using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// Sends what turns committed to the outbox: a chat's messages one after another, chats side by side. A message is
/// claimed, sent and only then deleted, so that a crash in between sends it again rather than never.
/// </summary>
internal sealed partial class OutboxDispatcher
{
    private const int Concurrency = 32;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewInterval = OutboxTable.Lease / 3;

    private static readonly TimeSpan NoteInterval = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<Guid, long> _underWay = new();
    private readonly OutboxTable _table;
    private readonly MessageSender _sender;
    private readonly HostMetrics _metrics;
    private readonly HostCondition _condition;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxDispatcher> _logger;
    private readonly LaneQueue _chats;

    public OutboxDispatcher(
        OutboxTable table, MessageSender sender, HostMetrics metrics, HostCondition condition, TimeProvider time, ILogger<OutboxDispatcher> logger)
    {
        (_table, _sender, _metrics, _condition, _time, _logger) = (table, sender, metrics, condition, time, logger);
        _chats = new(LaneLimits.Single(Concurrency), async (group, stopping) => group.Leave(group.Lanes[0], await DeliverNextAsync(group.Lanes[0], stopping)));
    }

    /// <summary>Says that a chat has a message to send.</summary>
    public void Signal(long chatId) => _chats.Signal(chatId);

    /// <summary>Sends until told to stop.</summary>
    /// <param name="stopping">Begin no more messages.</param>
    /// <param name="abort">Give up the calls under way; their messages are sent again.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        using var finished = new CancellationTokenSource();
        var renewing = RenewAsync(finished.Token);
        await Together.RunAsync(_chats.RunAsync(stopping, abort), PollAsync(stopping));
        await finished.CancelAsync();
        await renewing;
    }

    /// <summary>
    /// Renews the claims of slow calls. A claim is short, so that it dies soon after its host; a call to Telegram may
    /// take longer, also while the host stops.
    /// </summary>
    private async Task RenewAsync(CancellationToken finished)
    {
        using var timer = new PeriodicTimer(RenewInterval, _time);
        while (await Ticking.NextAsync(timer, finished))
        {
            Guid[] slow = [.. _underWay.Where(claim => _time.GetElapsedTime(claim.Value) >= RenewInterval / 2).Select(claim => claim.Key)];
            if (slow.Length == 0)
            {
                continue;
            }

            try
            {
                await _table.RenewAsync(slow, finished);
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
    private async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(PollInterval, _time);
        while (await Ticking.NextAsync(timer, stopping))
        {
            _condition.Beat("delivery");
            try
            {
                foreach (var chat in await _table.FindDueChatsAsync(stopping))
                {
                    _chats.SignalIfIdle(chat);
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

    private async Task<LaneStep> DeliverNextAsync(long chatId, CancellationToken stopping)
    {
        try
        {
            if (await _table.ClaimAsync(chatId, stopping) is not { } message)
            {
                return LaneStep.Idle;
            }

            _underWay[message.Lease] = _time.GetTimestamp();
            try
            {
                return await DeliverAsync(message, stopping);
            }
            finally
            {
                _underWay.TryRemove(message.Lease, out _);
            }
        }
        catch (NpgsqlException away)
        {
            LogAway(away.GetType().Name);
            return LaneStep.Idle;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return LaneStep.Idle;
        }
#pragma warning disable CA1031 // The boundary of delivery: one message that cannot be sent must not stop the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(failure);
            return LaneStep.Idle;
        }
    }

    private async Task<LaneStep> DeliverAsync(OutboxMessage message, CancellationToken stopping)
    {
        var outcome = message.Content is { } content
            ? await _sender.SendAsync(message, content, stopping)
            : new SendOutcome.Refused("the stored message cannot be read");
        Report(outcome);
        switch (outcome)
        {
            case SendOutcome.Done done:
                await NoteAsync(() => _table.FinishAsync(message, message.KeepsLiveMessage ? null : done.MessageId, CancellationToken.None), stopping);
                return LaneStep.Handled;
            case SendOutcome.Unreachable:
                await NoteAsync(() => _table.FinishUnreachableAsync(message, CancellationToken.None), stopping);
                return LaneStep.Handled;
            case SendOutcome.Refused refused:
                LogRefused(message.Id, refused.Reason);
                await NoteAsync(() => _table.SetAsideAsync(message, refused.Reason, CancellationToken.None), stopping);
                return LaneStep.Handled;
            case SendOutcome.Unauthorized:
                LogUnauthorized();
                await NoteAsync(() => _table.ReleaseAsync(message, TimeSpan.FromMinutes(1), CancellationToken.None), stopping);
                return LaneStep.Idle;
            case SendOutcome.Paused paused:
                LogPaused(message.Id, paused.Delay.TotalSeconds);
                await NoteAsync(() => _table.ReleaseAsync(message, paused.Delay, CancellationToken.None), stopping);
                return LaneStep.Idle;
            case SendOutcome.Failed failed:
                var delay = TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(message.Attempts, 6)) / 2));
                LogFailed(message.Id, failed.Reason, message.Attempts, delay.TotalSeconds);
                await NoteAsync(() => _table.ReleaseAsync(message, delay, CancellationToken.None), stopping);
                return LaneStep.Idle;
            default:
                throw new JsonException($"Delivery does not know the outcome {outcome.GetType().Name}.");
        }
    }

    private void Report(SendOutcome outcome)
    {
        _condition.TokenIsRefused = outcome is SendOutcome.Unauthorized;
        _metrics.Delivered(
            outcome switch
            {
                SendOutcome.Done => DeliveryResult.Delivered,
                SendOutcome.Paused => DeliveryResult.Paused,
                SendOutcome.Unreachable => DeliveryResult.Unreachable,
                SendOutcome.Refused => DeliveryResult.SetAside,
                SendOutcome.Unauthorized => DeliveryResult.Unauthorized,
                _ => DeliveryResult.Failed,
            },
            outcome is SendOutcome.Done ? 1 : 0);
    }

    /// <summary>
    /// Notes what became of a message, waiting for the database if it must: what was sent would otherwise be sent again
    /// when the claim has died.
    /// </summary>
    private async Task NoteAsync(Func<Task> note, CancellationToken abort)
    {
        while (true)
        {
            try
            {
                await note();
                return;
            }
            catch (NpgsqlException away) when (DatabaseAccess.IsAway(away))
            {
                LogAway(away.GetType().Name);
                await Task.Delay(NoteInterval, _time, abort);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error}); messages wait in the outbox")]
    private partial void LogAway(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be delivered; it stays in the outbox and is tried again")]
    private partial void LogFailure(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused message {Id} for good ({Reason}); it was set aside")]
    private partial void LogRefused(long id, string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Telegram no longer accepts the bot's token. Messages wait; set Telegram__Token to the present one and restart")]
    private partial void LogUnauthorized();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram asks to pause before message {Id} for {Seconds} s")]
    private partial void LogPaused(long id, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} did not get through ({Reason}, attempt {Attempt}); again in {Seconds} s")]
    private partial void LogFailed(long id, string reason, int attempt, double seconds);
}
