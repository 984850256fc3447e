using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Delivery;

/// <summary>Carries out one message: answers the press, edits or sends the screen, and takes the buttons off the screen before.</summary>
internal sealed class MessageSender(BotDoor door)
{
    public async Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        // The press is answered beside the screen: its small clock on the button must not wait for the edit.
        var answering = message.Content.CallbackId is { } callback
            ? door.AnswerAsync(callback, message.Content.Toast, cancellationToken)
            : Task.FromResult<SendOutcome>(new SendOutcome.Done(0));
        var outcome = message.Content.Screen is { } screen
            ? await ShowAsync(message, screen, cancellationToken)
            : await answering;
        var answered = await answering;
        return outcome is SendOutcome.Done && answered is SendOutcome.Paused or SendOutcome.Failed && message.Content.Screen is null ? answered : outcome;
    }

    private async Task<SendOutcome> ShowAsync(OutboxMessage message, OutgoingScreen screen, CancellationToken cancellationToken)
    {
        if (screen.EditMessageId is { } edited)
        {
            var outcome = await door.EditAsync(message.ChatId, edited, screen, cancellationToken);
            if (outcome is not SendOutcome.Gone)
            {
                return outcome is SendOutcome.Done ? await SettleAsync(message, screen, new(edited), cancellationToken) : outcome;
            }
        }

        var sent = await door.SendAsync(message.ChatId, screen, cancellationToken);
        return sent is SendOutcome.Done done ? await SettleAsync(message, screen, done, cancellationToken) : sent;
    }

    /// <summary>Leaves one live screen in the chat. That the old buttons stay is harmless: they are outdated and say so.</summary>
    private async Task<SendOutcome> SettleAsync(
        OutboxMessage message, OutgoingScreen screen, SendOutcome.Done done, CancellationToken cancellationToken)
    {
        if (!screen.IsNotice && message.LiveMessageId is { } old && old != done.MessageId)
        {
            await door.RemoveKeyboardAsync(message.ChatId, old, cancellationToken);
        }

        return done;
    }
}
