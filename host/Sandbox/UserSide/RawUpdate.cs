using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>An update as a test wrote it, of any kind, known or not. Chats in it become known, so that the bot can answer there.</summary>
internal static class RawUpdate
{
    public static JsonObject Add(UserRequest request)
    {
        var content = request.Body.DeepClone().AsObject();
        content.Remove("bot");
        content.Remove("update_id");
        if (content.FirstOrDefault() is not { Key: { } kind })
        {
            throw UserRequest.Bad("The update is empty. Send an Update object without update_id, such as {\"message\": {…}}.");
        }

        var holder = content[kind] as JsonObject;
        var chat = (holder?["chat"] ?? holder?["message"]?["chat"]) as JsonObject;
        if (chat?["id"].Number() is { } id && request.Bot.Chats.Find(id) is null)
        {
            request.Bot.Chats.Open(chat);
        }

        var sender = holder?["from"]?["id"].Number();
        var queue = kind == "callback_query" ? $"presses{sender}" : $"chat{chat?["id"].Number() ?? sender}";
        return new JsonObject { ["update_id"] = request.Bot.Updates.Add(kind, queue, content) };
    }
}
