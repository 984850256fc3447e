using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.Markup;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>Puts a bot's message into a chat with what all sending methods share: reply, protection, keyboards.</summary>
internal static class Posting
{
    private const int MaximumText = 4096;
    private const int MaximumCaption = 1024;

    public static JsonObject Post(BotCall call, SandboxChat chat, JsonObject content)
    {
        var markup = ReplyMarkup.Read(call.Fields.Json("reply_markup"));
        var message = new JsonObject
        {
            ["message_id"] = 0,
            ["from"] = call.Bot.ToTelegram(),
            ["chat"] = chat.Telegram.DeepClone(),
            ["date"] = call.Now,
        };
        AddReply(call, chat, message);
        foreach (var (name, value) in content)
        {
            message[name] = value?.DeepClone();
        }

        if (call.Fields.Flag("protect_content"))
        {
            message["has_protected_content"] = true;
        }

        if (call.Fields.Text("message_effect_id") is { Length: > 0 } effect)
        {
            message["effect_id"] = effect;
        }

        SetMarkup(message, markup.Inline);
        message["message_id"] = call.Bot.Chats.NextMessageId();
        call.Bot.Chats.Add(chat, new SandboxMessage(message, fromBot: true));
        if (markup.ChangesKeyboard)
        {
            call.Bot.Chats.SetKeyboard(chat, markup.Keyboard);
        }

        return message.DeepClone().AsObject();
    }

    public static void SetMarkup(JsonObject message, JsonObject? inline)
    {
        message.Remove("reply_markup");
        if (inline is not null)
        {
            message["reply_markup"] = inline.DeepClone();
        }
    }

    public static JsonObject Text(BotCall call, string tooLong)
    {
        var text = FormattedTextReader.Read(call.Fields.Text("text"), call.Fields.Text("parse_mode"), call.Fields.Json("entities"));
        if (text.Text.Length == 0)
        {
            throw BotApiException.BadRequest("message text is empty");
        }

        if (text.Text.Length > MaximumText)
        {
            throw BotApiException.BadRequest(tooLong);
        }

        var content = new JsonObject { ["text"] = text.Text };
        AddEntities(content, "entities", text);
        AddPreview(call, content);
        return content;
    }

    /// <summary>Caption and its entities from a call or from an item of an album; empty when there is none.</summary>
    public static JsonObject Caption(RequestFields fields, string tooLong)
    {
        var caption = FormattedTextReader.Read(fields.Text("caption"), fields.Text("parse_mode"), fields.Json("caption_entities"));
        var content = new JsonObject();
        if (caption.Text.Length > MaximumCaption)
        {
            throw BotApiException.BadRequest(tooLong);
        }

        if (caption.Text.Length > 0)
        {
            content["caption"] = caption.Text;
            AddEntities(content, "caption_entities", caption);
        }

        if (fields.Flag("show_caption_above_media"))
        {
            content["show_caption_above_media"] = true;
        }

        return content;
    }

    private static void AddEntities(JsonObject content, string name, FormattedText text)
    {
        if (text.Entities.Count > 0)
        {
            content[name] = text.ToTelegram();
        }
    }

    private static void AddPreview(BotCall call, JsonObject content)
    {
        if (call.Fields.Json("link_preview_options") is JsonObject options)
        {
            content["link_preview_options"] = Wire.Pick(
                options, "is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text");
        }
        else if (call.Fields.Flag("disable_web_page_preview"))
        {
            content["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        }
    }

    private static void AddReply(BotCall call, SandboxChat chat, JsonObject message)
    {
        var parameters = call.Fields.Json("reply_parameters");
        var id = parameters is null ? call.Fields.Integer("reply_to_message_id") : parameters["message_id"].Number();
        if (id is null or 0)
        {
            return;
        }

        if (chat.Find(id.Value) is { } target)
        {
            message["reply_to_message"] = Quoted(target);
        }
        else if (!call.Fields.Flag("allow_sending_without_reply") && !(parameters?["allow_sending_without_reply"]).Truth())
        {
            throw BotApiException.BadRequest("message to be replied not found");
        }
    }

    /// <summary>A message inside another one: never nested deeper.</summary>
    public static JsonObject Quoted(SandboxMessage message)
    {
        var quoted = message.Telegram.DeepClone().AsObject();
        quoted.Remove("reply_to_message");
        return quoted;
    }
}
