using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace CSharpPeer;

/// <summary>Reading updates and sending replies: through Telegram.Bot, or by hand to see what the library costs.</summary>
public interface ISender
{
    ValueTask<Incoming?> ReadAsync(HttpContext ctx);
    Task SendAsync(long chatId, string text);
}

public sealed class LibrarySender(TelegramBotClient bot) : ISender
{
    private static readonly InlineKeyboardMarkup Keyboard = new(
    [
        [InlineKeyboardButton.WithCallbackData("Новая цель", "goal:new"), InlineKeyboardButton.WithCallbackData("Мои цели", "goal:list")],
        [InlineKeyboardButton.WithCallbackData("Календарь", "cal:open"), InlineKeyboardButton.WithCallbackData("Помощь", "help")],
    ]);

    public async ValueTask<Incoming?> ReadAsync(HttpContext ctx) =>
        await JsonSerializer.DeserializeAsync<Update>(ctx.Request.Body, JsonBotAPI.Options) is { } update ? ToIncoming(update) : null;

    public Task SendAsync(long chatId, string text) => bot.SendMessage(chatId, text, replyMarkup: Keyboard);

    public static Incoming? ToIncoming(Update u) => u switch
    {
        { Message: { } m } => new Incoming(u.Id, m.Chat.Id, m.Text, null),
        { CallbackQuery: { Message: { } m } q } => new Incoming(u.Id, m.Chat.Id, null, q.Data),
        _ => null,
    };
}

public sealed class RawSender(HttpClient http, string api, string token) : ISender
{
    private static readonly JsonEncodedText KeyboardName = JsonEncodedText.Encode("reply_markup");
    private static readonly byte[] Keyboard = """{"inline_keyboard":[[{"text":"Новая цель","callback_data":"goal:new"},{"text":"Мои цели","callback_data":"goal:list"}],[{"text":"Календарь","callback_data":"cal:open"},{"text":"Помощь","callback_data":"help"}]]}"""u8.ToArray();
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly Uri _send = new($"{api}/bot{token}/sendMessage");

    public async ValueTask<Incoming?> ReadAsync(HttpContext ctx)
    {
        while (true)
        {
            var read = await ctx.Request.BodyReader.ReadAsync();
            if (!read.IsCompleted) { ctx.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End); continue; }
            var update = Parse(read.Buffer);
            ctx.Request.BodyReader.AdvanceTo(read.Buffer.End);
            return update;
        }
    }

    private static Incoming? Parse(ReadOnlySequence<byte> body)
    {
        var r = new Utf8JsonReader(body);
        int id = 0;
        long chat = 0;
        string? text = null, data = null;
        bool inMessage = false;
        while (r.Read())
        {
            if (r.TokenType != JsonTokenType.PropertyName) continue;
            if (r.ValueTextEquals("update_id"u8)) { r.Read(); id = r.GetInt32(); }
            else if (r.ValueTextEquals("message"u8)) inMessage = r.CurrentDepth == 1;
            else if (r.ValueTextEquals("from"u8) || r.ValueTextEquals("reply_markup"u8) || r.ValueTextEquals("entities"u8)) { r.Read(); r.Skip(); }
            else if (r.ValueTextEquals("chat"u8))
            {
                while (r.Read() && r.TokenType != JsonTokenType.EndObject)
                    if (r.TokenType == JsonTokenType.PropertyName && r.ValueTextEquals("id"u8)) { r.Read(); chat = r.GetInt64(); }
            }
            else if (r.ValueTextEquals("text"u8)) { r.Read(); if (inMessage) text = r.GetString(); }
            else if (r.ValueTextEquals("data"u8)) { r.Read(); data = r.GetString(); }
        }
        return chat == 0 ? null : new Incoming(id, chat, text, data);
    }

    public async Task SendAsync(long chatId, string text)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var w = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            w.WriteStartObject();
            w.WriteNumber("chat_id"u8, chatId);
            w.WriteString("text"u8, text);
            w.WritePropertyName(KeyboardName);
            w.WriteRawValue(Keyboard, skipInputValidation: true);
            w.WriteEndObject();
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, _send) { Content = new ReadOnlyMemoryContent(buffer.WrittenMemory) { Headers = { ContentType = Json } } };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        if (!body.RootElement.GetProperty("ok"u8).GetBoolean()) throw new HttpRequestException("Bot API said no");
    }
}
