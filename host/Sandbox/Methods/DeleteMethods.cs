using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>Taking messages away. Telegram allows it for 48 hours.</summary>
internal static class DeleteMethods
{
    private const long DeletableForSeconds = 48 * 3600;

    public static readonly IReadOnlyDictionary<string, Func<BotCall, JsonNode>> All = new Dictionary<string, Func<BotCall, JsonNode>>
    {
        ["deleteMessage"] = DeleteOne,
        ["deleteMessages"] = DeleteMany,
    };

    private static JsonNode DeleteOne(BotCall call)
    {
        var chat = call.Chat();
        var message = call.Message(chat, "message to delete not found");
        if (!IsDeletable(call, message))
        {
            throw BotApiException.BadRequest("message can't be deleted for everyone");
        }

        call.Bot.Chats.Delete(chat, message);
        return true;
    }

    private static JsonNode DeleteMany(BotCall call)
    {
        var chat = call.Chat();
        foreach (var id in MessageIds(call))
        {
            if (chat.Find(id) is { } message && IsDeletable(call, message))
            {
                call.Bot.Chats.Delete(chat, message);
            }
        }

        return true;
    }

    /// <summary>The message_ids parameter: 1 to 100 numbers.</summary>
    public static IReadOnlyList<long> MessageIds(BotCall call)
    {
        var ids = call.Fields.Json("message_ids") as JsonArray ?? throw BotApiException.BadRequest("message identifiers are not specified");
        return ids.Count switch
        {
            0 => throw BotApiException.BadRequest("message identifiers are not specified"),
            > 100 => throw BotApiException.BadRequest("too many message identifiers specified"),
            _ => [.. ids.Select(id => id.Number() ?? throw BotApiException.BadRequest("message identifiers must be of type Number"))],
        };
    }

    private static bool IsDeletable(BotCall call, SandboxMessage message) =>
        call.Now - (message.Telegram["date"].Number() ?? 0) <= DeletableForSeconds;
}
