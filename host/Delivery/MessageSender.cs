using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Delivery;

/// <summary>Carries out one message: answers the press, edits or sends the screen, and takes the buttons off the screen before.</summary>
internal sealed class MessageSender(BotDoor door)
{
    public async Task<SendOutcome> SendAsync(OutboxMessage message, Outgoing content, CancellationToken cancellationToken)
    {
        // The press is answered beside the screen: its small clock on the button must not wait for the edit.
        var answering = content.CallbackId is { } callback
            ? door.AnswerAsync(callback, content.Toast, cancellationToken)
            : Task.FromResult<SendOutcome>(new SendOutcome.Done(0));
        if (content.Screen is not { } screen)
        {
            return await answering;
        }

        var shown = await ShowAsync(message, screen, cancellationToken);
        var answered = await answering;

        // An edit can be repeated without harm, so an answer that got lost is worth another try; a new message is not.
        var isRepeatable = shown is SendOutcome.Done done && done.MessageId == screen.EditMessageId;
        return isRepeatable && answered is (SendOutcome.Paused or SendOutcome.Failed) ? answered : shown;
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
