using System.Text.Json;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Delivery;

/// <summary>Delivers one message at its chat's pace, and decides by what Telegram says what becomes of it.</summary>
internal sealed partial class MessageDelivery(
    DeliveryDesk desk, ChatPace pace, MessageSender sender, TokenGate gate, DeliveryReport report, TimeProvider time, ILogger<MessageDelivery> logger) : IDisposable
{
    /// <summary>Calls under way at once: enough for a Telegram that takes its time.</summary>
    public const int Concurrency = 256;

    private readonly SemaphoreSlim _slots = new(Concurrency);

    public void Dispose() => _slots.Dispose();

    /// <summary>How long to wait after so many attempts that failed.</summary>
    public static TimeSpan DelayAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(attempts, 6)) / 2));

    /// <summary>Waits for the chat's turn and sends.</summary>
    /// <param name="work">What is in hand of the chat.</param>
    /// <param name="message">Its present message.</param>
    /// <param name="stopping">Begin no call any more.</param>
    /// <param name="abort">Give up the call under way.</param>
    public async Task<Delivered> DeliverAsync(ChatWork work, OutboxMessage message, CancellationToken stopping, CancellationToken abort)
    {
        if (message.Content is not { } content)
        {
            return Refuse(message, "the stored message cannot be read");
        }

        if (gate.IsShut)
        {
            return new(message, DeliveryResult.Again);
        }

        var wait = content is { Screen: null, Files: null } ? TimeSpan.Zero : pace.Take(message.ChatId);
        if (wait > TimeSpan.Zero)
        {
            content = await sender.AnswerAheadAsync(content, abort);
            await Task.Delay(wait, time, stopping);
        }

        // An edit that is carried out twice harms nobody.
        if (content.Screen is { EditMessageId: null } || content.Files is not null)
        {
            await desk.Bound.EnterAsync(message.ChatId, stopping);
        }

        await _slots.WaitAsync(stopping);
        try
        {
            return work.IsLost || gate.IsShut
                ? new(message, DeliveryResult.Again)
                : Understand(message, await sender.SendAsync(message, content, abort));
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
                gate.Shut();
                return new(message, DeliveryResult.Again);
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
        report.Alerts.Raise("core.alert.message_set_aside", ("reason", RefusalGist.Of(reason)));
        return new(message, DeliveryResult.SetAside) { Reason = reason };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused message {Id} for good ({Reason}); it was set aside")]
    private partial void LogRefused(long id, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram asks to pause before message {Id} for {Seconds} s")]
    private partial void LogPaused(long id, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} did not get through ({Reason}, attempt {Attempt}); again in {Seconds} s")]
    private partial void LogFailed(long id, string reason, int attempt, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether message {Id} arrived is unknown ({Reason}); it is not sent again")]
    private partial void LogUnknown(long id, string reason);
}
