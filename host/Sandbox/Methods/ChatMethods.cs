using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>What a bot may ask about a chat, and pins.</summary>
internal static class ChatMethods
{
    public static readonly IReadOnlyDictionary<string, Func<BotCall, JsonNode>> All = new Dictionary<string, Func<BotCall, JsonNode>>
    {
        ["getChat"] = GetChat,
        ["getChatMember"] = GetChatMember,
        ["getChatMemberCount"] = call => call.Chat() is null ? 0 : 2,
        ["getUserProfilePhotos"] = _ => new JsonObject { ["total_count"] = 0, ["photos"] = new JsonArray() },
        ["pinChatMessage"] = Pin,
        ["unpinChatMessage"] = Unpin,
        ["unpinAllChatMessages"] = UnpinAll,
    };

    private static JsonObject GetChat(BotCall call)
    {
        var chat = call.Chat();
        var full = chat.Telegram.DeepClone().AsObject();
        full["accent_color_id"] = 0;
        full["max_reaction_count"] = 11;
        full["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = true,
            ["limited_gifts"] = true,
            ["unique_gifts"] = true,
            ["premium_subscription"] = true,
            ["gifts_from_channels"] = true,
        };
        if (chat.Pinned.Count > 0 && chat.Find(chat.Pinned[^1]) is { } pinned)
        {
            full["pinned_message"] = Posting.Quoted(pinned);
        }

        return full;
    }

    private static JsonObject GetChatMember(BotCall call)
    {
        var chat = call.Chat();
        var id = call.Fields.Integer("user_id") ?? throw BotApiException.BadRequest("invalid user_id specified");
        var user = id == call.Bot.Id ? call.Bot.ToTelegram() : call.Bot.Users.Find(id)?.ToTelegram();
        var isMember = user is not null && (chat.Id == id || id == call.Bot.Id || chat.Telegram["type"].String() != "private");
        return isMember
            ? new JsonObject { ["status"] = "member", ["user"] = user }
            : throw BotApiException.BadRequest(user is null ? "user not found" : "member not found");
    }

    private static JsonNode Pin(BotCall call)
    {
        var chat = call.Chat();
        var message = call.Message(chat, "message to pin not found");
        chat.Pinned.Remove(message.Id);
        chat.Pinned.Add(message.Id);
        Tell(call.Bot, chat, message.Id, pinned: true);
        return true;
    }

    private static JsonNode Unpin(BotCall call)
    {
        var chat = call.Chat();
        var id = call.Fields.Integer("message_id") ?? (chat.Pinned.Count > 0 ? chat.Pinned[^1] : 0);
        if (!chat.Pinned.Remove(id))
        {
            throw BotApiException.BadRequest("message to unpin not found");
        }

        Tell(call.Bot, chat, id, pinned: false);
        return true;
    }

    private static JsonNode UnpinAll(BotCall call)
    {
        var chat = call.Chat();
        foreach (var id in chat.Pinned.ToArray())
        {
            chat.Pinned.Remove(id);
            Tell(call.Bot, chat, id, pinned: false);
        }

        return true;
    }

    private static void Tell(SandboxBot bot, SandboxChat chat, long messageId, bool pinned)
    {
        bot.Chats.Keep(chat);
        bot.Events.Tell(bot.Events.NextSeq(), chat.Id, "pin", new JsonObject { ["message_id"] = messageId, ["pinned"] = pinned });
    }
}
