using System.Text.Json;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// Sends what turns committed to the outbox: a chat's messages one after another, chats side by side. A message is
/// claimed, sent and only then deleted, so that a crash in between sends it again rather than never.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxPump pump, OutboxWatch watch, DeliveryDesk desk, ChatPace pace, MessageSender sender, DeliveryReport report, OperatorAlerts alerts, TimeProvider time, ILogger<OutboxDispatcher> logger) : IDisposable
{
    /// <summary>Calls under way at once: enough for a Telegram that takes its time.</summary>
    public const int Concurrency = 256;

    private static readonly TimeSpan UnauthorizedPause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _slots = new(Concurrency);
    private CancellationToken _stopping;
    private CancellationToken _abort;

    /// <summary>Chats with a message in hand.</summary>
    public int InHand => desk.Count;

    /// <summary>Says that a chat has a message to send.</summary>
    public void Signal(long chatId) => desk.Want(chatId);

    /// <summary>Sends what a turn has just committed, without reading it back. Before it runs, and after it has ended, the claims die by themselves.</summary>
    public void Accept(OutboxInsert inserted)
    {
        foreach (var work in desk.Take(inserted.Claimed, mayHaveMore: false))
        {
            Begin(work);
        }

        foreach (var chat in inserted.Others)
        {
            desk.Want(chat);
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>Sends until told to stop.</summary>
    /// <param name="stopping">Begin no more messages.</param>
    /// <param name="abort">Give up the calls under way; their messages are sent again.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        (_stopping, _abort) = (stopping, abort);
        using var finished = new CancellationTokenSource();
        var renewing = watch.RenewAsync(finished.Token);
        await Together.RunAsync(pump.RunAsync(Begin, stopping, abort), watch.PollAsync(stopping));
        await finished.CancelAsync();
        await renewing;
    }

    /// <summary>Whoever hands over a message goes on at once.</summary>
    private void Begin(ChatWork work) => ThreadPool.UnsafeQueueUserWorkItem(
        static state => _ = state.Dispatcher.SendAsync(state.Work), (Dispatcher: this, Work: work), preferLocal: false);

    private async Task SendAsync(ChatWork work)
    {
        var message = work.Current;
        Delivered delivered;
        try
        {
            delivered = await DeliverAsync(work, message);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            delivered = new(message, DeliveryResult.Again);
        }
#pragma warning disable CA1031 // The boundary of delivery: one message that cannot be sent must not stop the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(failure);
            delivered = new(message, DeliveryResult.Again) { Delay = DelayAfter(message.Attempts) };
        }

        desk.Note(delivered);
    }

    private async Task<Delivered> DeliverAsync(ChatWork work, OutboxMessage message)
    {
        if (message.Content is not { } content)
        {
            return Refuse(message, "the stored message cannot be read");
        }

        var wait = content is { Screen: null, Files: null } ? TimeSpan.Zero : pace.Take(message.ChatId);
        if (wait > TimeSpan.Zero)
        {
            content = await sender.AnswerAheadAsync(content, _abort);
            await Task.Delay(wait, time, _stopping);
        }

        await _slots.WaitAsync(_stopping);
        try
        {
            return work.IsLost
                ? new(message, DeliveryResult.Again)
                : Understand(message, await sender.SendAsync(message, content, _abort));
        }
        finally
        {
            _slots.Release();
        }
    }

    private Delivered Understand(OutboxMessage message, SendOutcome outcome)
    {
        report.Note(outcome);
        switch (outcome)
        {
            case SendOutcome.Done done:
                return new(message, DeliveryResult.Sent)
                {
                    MessageId = done.MessageId,
                    LiveMessageId = message.Content is not { Files: null, Screen: { IsNotice: false } } || done.MessageId == 0 ? null : done.MessageId,
                };
            case SendOutcome.Unreachable:
                return new(message, DeliveryResult.Unreachable);
            case SendOutcome.Migrated migrated:
                return new(message, DeliveryResult.Moved) { NewChatId = migrated.ChatId };
            case SendOutcome.Unauthorized:
                LogUnauthorized();
                alerts.Raise("core.alert.unauthorized");
                return new(message, DeliveryResult.Again) { Delay = UnauthorizedPause };
            case SendOutcome.Paused paused:
                LogPaused(message.Id, paused.Delay.TotalSeconds);
                return new(message, DeliveryResult.Again) { Delay = paused.Delay, HoldsBulk = pace.NotePause(message.ChatId) };
            case SendOutcome.Failed { IsUncertain: true } uncertain when !message.IsRepeatable:
                LogUnknown(message.Id, uncertain.Reason);
                return new(message, DeliveryResult.Unknown);
            case SendOutcome.Failed failed:
                var delay = DelayAfter(message.Attempts);
                LogFailed(message.Id, failed.Reason, message.Attempts, delay.TotalSeconds);
                return new(message, DeliveryResult.Again) { Delay = delay };
            case SendOutcome.Refused refused:
                return Refuse(message, refused.Reason);
            default:
                throw new JsonException($"Delivery does not know the outcome {outcome.GetType().Name}.");
        }
    }

    private Delivered Refuse(OutboxMessage message, string reason)
    {
        LogRefused(message.Id, RefusalGist.Of(reason));
        alerts.Raise("core.alert.message_set_aside", ("reason", RefusalGist.Of(reason)));
        return new(message, DeliveryResult.SetAside) { Reason = reason };
    }

    private static TimeSpan DelayAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(attempts, 6)) / 2));

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether message {Id} arrived is unknown ({Reason}); it is not sent again")]
    private partial void LogUnknown(long id, string reason);
}
