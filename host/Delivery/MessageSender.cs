using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Delivery;

/// <summary>Carries out one message: answers the press, edits or sends the screen, and leaves one live screen in the chat.</summary>
internal sealed class MessageSender(BotDoor door, FileTable files)
{
    public async Task<SendOutcome> SendAsync(OutboxMessage message, Outgoing content, CancellationToken cancellationToken)
    {
        // The press is answered beside the screen: its small clock on the button must not wait for the edit.
        var answering = content.CallbackId is { } callback ? door.AnswerAsync(callback, content.Toast, cancellationToken) : null;
        if (content.Files is { Count: > 0 } attached)
        {
            var sent = await SendFilesAsync(message.ChatId, attached, content.Screen, cancellationToken);
            await (answering ?? Task.FromResult(sent));
            return sent;
        }

        if (content.Screen is not { } screen)
        {
            return answering is null ? new SendOutcome.Done(0) : await answering;
        }

        // The buttons of the screen before go beside it, and nobody waits for that: between sending and noting there is to be
        // as little time as can be, because a kill in it sends twice. That old buttons stay is harmless; they say so.
        if (message.KeyboardToRemove is { } old)
        {
            _ = door.RemoveKeyboardAsync(message.ChatId, old, cancellationToken);
        }

        var shown = await ShowAsync(message.ChatId, screen, cancellationToken);
        if (answering is null)
        {
            return shown;
        }

        // An edit can be repeated without harm, so an answer that got lost is worth another try; a new message is not.
        var isRepeatable = shown is SendOutcome.Done done && done.MessageId == screen.EditMessageId;
        return isRepeatable && await answering is var answered and (SendOutcome.Paused or SendOutcome.Failed) ? answered : shown;
    }

    /// <summary>Answers the press of a message whose screen has to wait.</summary>
    /// <returns>What is left to do.</returns>
    public async Task<Outgoing> AnswerAheadAsync(Outgoing content, CancellationToken cancellationToken) =>
        content.CallbackId is { } callback && await door.AnswerAsync(callback, content.Toast, cancellationToken) is SendOutcome.Done
            ? content with { CallbackId = null }
            : content;

    private async Task<SendOutcome> SendFilesAsync(
        long chatId, IReadOnlyList<OutgoingFile> attached, OutgoingScreen? caption, CancellationToken cancellationToken)
    {
        if (await files.LoadAsync(attached, cancellationToken) is not { } loaded)
        {
            return new SendOutcome.Refused("a file to send is gone");
        }

        var sent = await door.SendFilesAsync(chatId, loaded, caption, cancellationToken);
        if (sent is SendOutcome.Done { FileIds: { } ids } && loaded.Any(file => file.Content is not null))
        {
            await files.ReplaceAsync(attached, ids, CancellationToken.None);
        }

        return sent;
    }

    private async Task<SendOutcome> ShowAsync(long chatId, OutgoingScreen screen, CancellationToken cancellationToken)
    {
        if (screen.EditMessageId is { } edited)
        {
            var outcome = await door.EditAsync(chatId, edited, screen, cancellationToken);
            if (outcome is not SendOutcome.Gone)
            {
                return outcome is SendOutcome.Done ? new SendOutcome.Done(edited) : outcome;
            }
        }

        return await door.SendAsync(chatId, screen, cancellationToken);
    }
}
