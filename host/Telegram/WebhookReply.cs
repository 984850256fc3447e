using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrAivBot.Host.Telegram;

/// <summary>
/// A call of the Bot API that travels in the answer to the webhook instead of on its own: Telegram carries it out when it
/// reads the acknowledgement, and says nothing of the result.
/// </summary>
/// <remarks>Source: Bot API, "Making requests when getting updates".</remarks>
internal sealed record WebhookReply
{
    public required string Method { get; init; }

    public string? CallbackQueryId { get; init; }

    public string? Text { get; init; }

    public long? ChatId { get; init; }

    public int? MessageId { get; init; }

    /// <summary>Answers a press.</summary>
    public static WebhookReply Answer(string callbackId, string? toast) =>
        new() { Method = "answerCallbackQuery", CallbackQueryId = callbackId, Text = toast };

    /// <summary>Takes the buttons off a message.</summary>
    public static WebhookReply RemoveKeyboard(long chatId, int messageId) =>
        new() { Method = "editMessageReplyMarkup", ChatId = chatId, MessageId = messageId };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, WebhookReplyJson.Plain.WebhookReply);
}

/// <summary>Source-generated JSON of what goes back with an acknowledgement.</summary>
[JsonSerializable(typeof(WebhookReply))]
internal sealed partial class WebhookReplyJson : JsonSerializerContext
{
    public static WebhookReplyJson Plain { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
