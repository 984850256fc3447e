using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace DrAivBot.Host.Telegram;

/// <summary>
/// sendMessage, editMessageText or editMessageReplyMarkup with just what the host sends, of whose answer it reads just the
/// id: most calls are of these kinds, and the client library reads and writes every field there is.
/// </summary>
internal sealed class ScreenRequest(string method) : RequestBase<MessageId>(method)
{
    public required ScreenCall Call { get; init; }

    public override HttpContent ToHttpContent() => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Call, ScreenCallJson.Plain.ScreenCall))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };
}

/// <summary>Parameters of a call, named as the Bot API names them.</summary>
internal sealed record ScreenCall
{
    public required long ChatId { get; init; }

    public int? MessageId { get; init; }

    public string? Text { get; init; }

    public string? ParseMode { get; init; }

    public LinkPreview? LinkPreviewOptions { get; init; }

    public bool? DisableNotification { get; init; }

    public Keyboard? ReplyMarkup { get; init; }

    /// <summary>A screen as a message.</summary>
    public static ScreenCall Show(long chatId, int? messageId, OutgoingScreen screen) => new()
    {
        ChatId = chatId,
        MessageId = messageId,
        Text = screen.Html,
        ParseMode = "HTML",
        LinkPreviewOptions = new(IsDisabled: true),
        DisableNotification = screen.IsSilent && messageId is null ? true : null,
        ReplyMarkup = screen.Rows.Count == 0
            ? null
            : new([.. screen.Rows.Select(row => (IReadOnlyList<Button>)[.. row.Select(button => new Button(button.Label, button.Link is null ? button.Data : null, button.Link))])]),
    };

    internal sealed record LinkPreview(bool IsDisabled);

    internal sealed record Keyboard(IReadOnlyList<IReadOnlyList<Button>> InlineKeyboard);

    internal sealed record Button(string Text, string? CallbackData, string? Url);
}

/// <summary>Source-generated JSON of calls.</summary>
[JsonSerializable(typeof(ScreenCall))]
internal sealed partial class ScreenCallJson : JsonSerializerContext
{
    public static ScreenCallJson Plain { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
