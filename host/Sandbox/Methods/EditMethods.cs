using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.Markup;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>Changes of a bot's own messages. Each returns the message as it is now.</summary>
internal static class EditMethods
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content "
        + "and reply markup of the message";

    private static readonly string[] TextFields = ["text", "entities", "link_preview_options"];
    private static readonly string[] CaptionFields = ["caption", "caption_entities", "show_caption_above_media"];
    private static readonly string[] MediaKinds = ["photo", "document", "video", "audio", "voice", "animation", "video_note", "sticker"];

    public static readonly IReadOnlyDictionary<string, Func<BotCall, JsonNode>> All = new Dictionary<string, Func<BotCall, JsonNode>>
    {
        ["editMessageText"] = EditText,
        ["editMessageCaption"] = EditCaption,
        ["editMessageMedia"] = EditMedia,
        ["editMessageReplyMarkup"] = call => Change(call, Editable(call), [], []),
        ["setMessageReaction"] = call => call.Message(call.Chat(), "message to react not found") is not null,
    };

    private static JsonObject EditText(BotCall call)
    {
        var content = Posting.Text(call, "MESSAGE_TOO_LONG");
        var target = Editable(call);
        return target.Message.Telegram["text"] is null
            ? throw BotApiException.BadRequest("there is no text in the message to edit")
            : Change(call, target, TextFields, content);
    }

    private static JsonObject EditCaption(BotCall call)
    {
        var target = Editable(call);
        return !MediaKinds.Any(k => target.Message.Telegram[k] is not null)
            ? throw BotApiException.BadRequest("there is no caption in the message to edit")
            : Change(call, target, CaptionFields, Posting.Caption(call.Fields, "MEDIA_CAPTION_TOO_LONG"));
    }

    private static JsonObject EditMedia(BotCall call)
    {
        var target = Editable(call);
        var (kind, sent) = MediaMethods.Item(call.Fields.Json("media"));
        if (!MediaKinds.Any(k => target.Message.Telegram[k] is not null) && target.Message.Telegram["text"] is null)
        {
            throw BotApiException.BadRequest("there is no media in the message to edit");
        }

        return Change(call, target, [.. MediaKinds, .. CaptionFields, .. TextFields], MediaMethods.Content(call, kind, sent));
    }

    private static (SandboxChat Chat, SandboxMessage Message) Editable(BotCall call)
    {
        if (call.Fields.Text("inline_message_id") is { Length: > 0 })
        {
            throw BotApiException.BadRequest("MESSAGE_ID_INVALID");
        }

        var chat = call.Chat();
        var message = call.Message(chat, "message to edit not found");
        return message.FromBot && message.Telegram["forward_origin"] is null
            ? (chat, message)
            : throw BotApiException.BadRequest("message can't be edited");
    }

    private static JsonObject Change(
        BotCall call, (SandboxChat Chat, SandboxMessage Message) target, IEnumerable<string> replaced, JsonObject content)
    {
        var next = target.Message.Telegram.DeepClone().AsObject();
        foreach (var name in replaced)
        {
            next.Remove(name);
        }

        foreach (var (name, value) in content)
        {
            next[name] = value?.DeepClone();
        }

        var markup = ReplyMarkup.Read(call.Fields.Json("reply_markup"));
        if (markup.ChangesKeyboard)
        {
            throw BotApiException.BadRequest("inline keyboard expected");
        }

        Posting.SetMarkup(next, markup.Inline);
        if (JsonNode.DeepEquals(next, target.Message.Telegram))
        {
            throw BotApiException.BadRequest(NotModified);
        }

        next["edit_date"] = call.Now;
        target.Message.Telegram = next;
        call.Bot.Chats.Edited(target.Chat, target.Message);
        return next.DeepClone().AsObject();
    }
}
