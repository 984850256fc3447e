using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.UserSide;

/// <summary>Finds the inline button a person presses and refuses what a real client could not press.</summary>
internal static class Buttons
{
    public static JsonObject Press(UserRequest request)
    {
        var person = Person.Of(request);
        var (data, text) = (request.Text("data"), request.Text("text"));
        if (data is null && text is null)
        {
            throw UserRequest.Bad("Name the button: \"data\" (its callback_data) or \"text\" (what is written on it).");
        }

        var message = Message(request, person.Chat, data, text);
        if (request.Flag("raw"))
        {
            return person.Press(message, data ?? text);
        }

        var button = Find(message, data, text)
            ?? throw UserRequest.Bad($"Message {message.Id} has no button {data ?? text}. Its buttons: {Names(message)}.");
        return button["callback_data"].String() is { } pressed
            ? person.Press(message, pressed)
            : throw UserRequest.Bad($"The button \"{button["text"].String()}\" sends nothing to the bot: it opens a link or acts in the client.");
    }

    private static SandboxMessage Message(UserRequest request, SandboxChat chat, string? data, string? text)
    {
        if (request.Number("messageId") is { } id)
        {
            return chat.Find(id)
                ?? throw UserRequest.Bad($"There is no message {id} in chat {chat.Id}, or it was deleted. Look at GET /sandbox/chats/{chat.Id}/messages.");
        }

        return chat.Messages.Where(m => !m.Deleted).LastOrDefault(m => Find(m, data, text) is not null)
            ?? throw UserRequest.Bad($"No message in chat {chat.Id} has a button {data ?? text}. Look at GET /sandbox/chats/{chat.Id}/messages.");
    }

    private static JsonObject? Find(SandboxMessage message, string? data, string? text) => All(message).FirstOrDefault(b =>
        (data is null || b["callback_data"].String() == data) && (text is null || b["text"].String() == text));

    private static string Names(SandboxMessage message) =>
        string.Join(", ", All(message).Select(b => $"\"{b["text"].String()}\" ({b["callback_data"].String() ?? "no data"})")) is { Length: > 0 } names
            ? names
            : "none";

    private static IEnumerable<JsonObject> All(SandboxMessage message) =>
        (message.Telegram["reply_markup"]?["inline_keyboard"] as JsonArray ?? [])
        .SelectMany(row => row as JsonArray ?? [])
        .OfType<JsonObject>();
}
