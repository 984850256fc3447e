using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace DrAivBot.Host.Telegram;

/// <summary>
/// Sends to Telegram and says what became of it. Never retries and never throws for what Telegram or the network does:
/// delivery decides what follows.
/// </summary>
internal sealed class BotDoor(ITelegramBotClient bot)
{
    /// <summary>How long a call may take before its outcome counts as unknown.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    public Task<SendOutcome> SendAsync(long chatId, OutgoingScreen screen, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout => (await bot.SendMessage(
                chatId,
                screen.Html,
                ParseMode.Html,
                replyMarkup: Keyboard(screen),
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                cancellationToken: timeout)).Id,
            cancellationToken);

    public Task<SendOutcome> EditAsync(long chatId, int messageId, OutgoingScreen screen, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout => (await bot.EditMessageText(
                chatId,
                messageId,
                screen.Html,
                ParseMode.Html,
                replyMarkup: Keyboard(screen),
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                cancellationToken: timeout)).Id,
            cancellationToken);

    public Task<SendOutcome> RemoveKeyboardAsync(long chatId, int messageId, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout => (await bot.EditMessageReplyMarkup(chatId, messageId, replyMarkup: null, cancellationToken: timeout)).Id,
            cancellationToken);

    public Task<SendOutcome> AnswerAsync(string callbackId, string? toast, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout =>
            {
                await bot.AnswerCallbackQuery(callbackId, toast, cancellationToken: timeout);
                return 0;
            },
            cancellationToken);

    private static InlineKeyboardMarkup? Keyboard(OutgoingScreen screen) => screen.Rows.Count == 0
        ? null
        : new InlineKeyboardMarkup(screen.Rows.Select(row => row.Select(button => button.Link is { } link
            ? InlineKeyboardButton.WithUrl(button.Label, link)
            : InlineKeyboardButton.WithCallbackData(button.Label, button.Data!))));

    private static async Task<SendOutcome> CallAsync(Func<CancellationToken, Task<int>> call, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(CallTimeout);
        try
        {
            return new SendOutcome.Done(await call(timeout.Token));
        }
        catch (ApiRequestException refused)
        {
            return Understand(refused);
        }
        catch (RequestException unreadable) when (unreadable.HttpStatusCode == System.Net.HttpStatusCode.OK)
        {
            // Telegram did it, but its answer could not be read: doing it again would say everything twice.
            return new SendOutcome.Done(0);
        }
        catch (RequestException failed)
        {
            return new SendOutcome.Failed(
                failed.InnerException?.GetType().Name ?? $"HTTP {(int?)failed.HttpStatusCode}",
                IsUncertain: failed.InnerException is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Failed("timeout", IsUncertain: true);
        }
    }

    private static SendOutcome Understand(ApiRequestException refused) => refused.ErrorCode switch
    {
        429 => new SendOutcome.Paused(TimeSpan.FromSeconds(refused.Parameters?.RetryAfter ?? 1)),
        401 => new SendOutcome.Unauthorized(),
        403 => new SendOutcome.Unreachable(),
        400 when Says(refused, "message is not modified") => new SendOutcome.Done(0),
        400 when Says(refused, "query is too old") || Says(refused, "query_id_invalid") => new SendOutcome.Done(0),
        400 when Says(refused, "message to edit not found") || Says(refused, "message can't be edited") || Says(refused, "message_id_invalid") => new SendOutcome.Gone(),
        400 when Says(refused, "chat not found") || Says(refused, "user is deactivated") || Says(refused, "peer_id_invalid") => new SendOutcome.Unreachable(),
        400 when refused.Parameters?.MigrateToChatId is { } moved => new SendOutcome.Migrated(moved),
        >= 500 => new SendOutcome.Failed($"HTTP {refused.ErrorCode}", IsUncertain: true),
        _ => new SendOutcome.Refused(refused.Message),
    };

    private static bool Says(ApiRequestException refused, string words) =>
        refused.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
