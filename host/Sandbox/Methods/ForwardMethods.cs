using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>Copies and forwards between the bot's chats.</summary>
internal static class ForwardMethods
{
    private static readonly string[] NotContent =
    [
        "message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup", "media_group_id", "forward_origin",
        "has_protected_content", "effect_id", "pinned_message",
    ];

    private static readonly string[] CaptionFields = ["caption", "caption_entities", "show_caption_above_media"];

    public static readonly IReadOnlyDictionary<string, Func<BotCall, JsonNode>> All = new Dictionary<string, Func<BotCall, JsonNode>>
    {
        ["copyMessage"] = call => Copy(call, call.OpenChat(), Source(call, "message to copy not found")),
        ["copyMessages"] = call => Many(call, Copy),
        ["forwardMessage"] = call => Forward(call, call.OpenChat(), Source(call, "message to forward not found")),
        ["forwardMessages"] = call => Many(call, (c, chat, message) => Identifier(Forward(c, chat, message))),
    };

    private static SandboxMessage Source(BotCall call, string missing)
    {
        var message = call.Message(call.Chat("from_chat_id"), missing);
        return message.Telegram["has_protected_content"].Truth()
            ? throw BotApiException.BadRequest(missing.Replace(" not found", " can't be used: its content is protected", StringComparison.Ordinal))
            : message;
    }

    private static JsonArray Many(BotCall call, Func<BotCall, SandboxChat, SandboxMessage, JsonObject> act)
    {
        var chat = call.OpenChat();
        var source = call.Chat("from_chat_id");
        var found = DeleteMethods.MessageIds(call).Select(source.Find).OfType<SandboxMessage>().ToList();
        return found.Count == 0
            ? throw BotApiException.BadRequest("there are no messages to send")
            : [.. found.Select(m => act(call, chat, m))];
    }

    private static JsonObject Copy(BotCall call, SandboxChat chat, SandboxMessage message)
    {
        var content = Content(message);
        if (call.Fields.Flag("remove_caption"))
        {
            Remove(content, CaptionFields);
        }

        if (call.Fields.Text("caption") is not null && content["text"] is null)
        {
            Remove(content, CaptionFields);
            foreach (var (name, value) in Posting.Caption(call.Fields, "message caption is too long"))
            {
                content[name] = value?.DeepClone();
            }
        }

        return Identifier(Posting.Post(call, chat, content));
    }

    private static JsonObject Forward(BotCall call, SandboxChat chat, SandboxMessage message)
    {
        var content = Content(message);
        content["forward_origin"] = message.Telegram["forward_origin"]?.DeepClone() ?? new JsonObject
        {
            ["type"] = "user",
            ["date"] = message.Telegram["date"].Number(),
            ["sender_user"] = message.Telegram["from"]?.DeepClone(),
        };
        return Posting.Post(call, chat, content);
    }

    private static JsonObject Content(SandboxMessage message)
    {
        var content = message.Telegram.DeepClone().AsObject();
        Remove(content, NotContent);
        return content;
    }

    private static JsonObject Identifier(JsonObject message) => new() { ["message_id"] = message["message_id"].Number() };

    private static void Remove(JsonObject content, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            content.Remove(name);
        }
    }
}
