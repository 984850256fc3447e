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

    /// <summary>The same for a call that carries files, within the 100 seconds that the client allows.</summary>
    public static readonly TimeSpan UploadTimeout = TimeSpan.FromSeconds(90);

    /// <summary>Asks for the bot itself, which tells whether its token is accepted.</summary>
    public Task<SendOutcome> AskWhoAmIAsync(CancellationToken cancellationToken) =>
        CallAsync(
            async timeout =>
            {
                await bot.GetMe(timeout);
                return 0;
            },
            cancellationToken);

    public Task<SendOutcome> SendAsync(long chatId, OutgoingScreen screen, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout => (await bot.SendRequest(new ScreenRequest("sendMessage") { Call = ScreenCall.Show(chatId, null, screen) }, timeout)).Id,
            cancellationToken);

    /// <summary>Sends files of one kind, several as an album, with the screen as their caption.</summary>
    public Task<SendOutcome> SendFilesAsync(long chatId, IReadOnlyList<UploadedFile> files, OutgoingScreen? caption, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout =>
            {
                var sent = files.Count == 1
                    ? [await SendFileAsync(chatId, files[0], caption, timeout)]
                    : await bot.SendMediaGroup(
                        chatId,
                        files.Select((file, i) => InAlbum(file, (i == 0 ? caption?.Html : null) ?? file.Caption)),
                        disableNotification: caption?.IsSilent ?? false,
                        cancellationToken: timeout);
                return new SendOutcome.Done(sent[0].Id) { FileIds = [.. sent.Select(IdOfFile)] };
            },
            UploadTimeout,
            cancellationToken);

    public Task<SendOutcome> EditAsync(long chatId, int messageId, OutgoingScreen screen, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout => (await bot.SendRequest(new ScreenRequest("editMessageText") { Call = ScreenCall.Show(chatId, messageId, screen) }, timeout)).Id,
            cancellationToken);

    public Task<SendOutcome> RemoveKeyboardAsync(long chatId, int messageId, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout => (await bot.SendRequest(
                new ScreenRequest("editMessageReplyMarkup") { Call = new() { ChatId = chatId, MessageId = messageId } }, timeout)).Id,
            cancellationToken);

    public Task<SendOutcome> AnswerAsync(string callbackId, string? toast, CancellationToken cancellationToken) =>
        CallAsync(
            async timeout =>
            {
                await bot.AnswerCallbackQuery(callbackId, toast, cancellationToken: timeout);
                return 0;
            },
            cancellationToken);

    private Task<Message> SendFileAsync(long chatId, UploadedFile file, OutgoingScreen? caption, CancellationToken cancellationToken) => file.IsPhoto
        ? bot.SendPhoto(
            chatId, FileOf(file), caption?.Html ?? file.Caption, ParseMode.Html, replyMarkup: caption is null ? null : Keyboard(caption), disableNotification: caption?.IsSilent ?? false, cancellationToken: cancellationToken)
        : bot.SendDocument(
            chatId, FileOf(file), caption?.Html ?? file.Caption, ParseMode.Html, replyMarkup: caption is null ? null : Keyboard(caption), disableNotification: caption?.IsSilent ?? false, cancellationToken: cancellationToken);

    private static IAlbumInputMedia InAlbum(UploadedFile file, string? caption) => file.IsPhoto
        ? new InputMediaPhoto(FileOf(file)) { Caption = caption, ParseMode = ParseMode.Html }
        : new InputMediaDocument(FileOf(file)) { Caption = caption, ParseMode = ParseMode.Html };

    private static InputFile FileOf(UploadedFile file) => file.TelegramFileId is { } id
        ? InputFile.FromFileId(id)
        : InputFile.FromStream(new MemoryStream(file.Content!, writable: false), file.Name);

    private static string IdOfFile(Message message) => message.Photo?.LastOrDefault()?.FileId ?? message.Document?.FileId ?? "";

    private static InlineKeyboardMarkup? Keyboard(OutgoingScreen screen) => screen.Rows.Count == 0
        ? null
        : new InlineKeyboardMarkup(screen.Rows.Select(row => row.Select(button => button.Link is { } link
            ? InlineKeyboardButton.WithUrl(button.Label, link)
            : InlineKeyboardButton.WithCallbackData(button.Label, button.Data!))));

    private static Task<SendOutcome> CallAsync(Func<CancellationToken, Task<int>> call, CancellationToken cancellationToken) =>
        CallAsync(async timeout => new SendOutcome.Done(await call(timeout)), CallTimeout, cancellationToken);

    private static async Task<SendOutcome> CallAsync(Func<CancellationToken, Task<SendOutcome.Done>> call, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            return await call(timeout.Token);
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
