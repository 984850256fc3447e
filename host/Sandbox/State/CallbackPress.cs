using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>A press on an inline button and what the bot answered to it.</summary>
internal sealed record CallbackPress(string Id, long ChatId, DateTimeOffset PressedAt)
{
    public bool Answered { get; init; }

    public string? Text { get; init; }

    public bool ShowAlert { get; init; }

    public string? Url { get; init; }

    public static CallbackPress FromEntry(string id, JsonNode value) =>
        new(id, value["chat"].Number() ?? 0, DateTimeOffset.FromUnixTimeSeconds(value["at"].Number() ?? 0))
        {
            Answered = value["answered"].Truth(),
            Text = value["text"].String(),
            ShowAlert = value["showAlert"].Truth(),
            Url = value["url"].String(),
        };

    public JsonNode ToEntry() => new JsonObject
    {
        ["chat"] = ChatId,
        ["at"] = PressedAt.ToUnixTimeSeconds(),
        ["answered"] = Answered,
        ["text"] = Text,
        ["showAlert"] = ShowAlert,
        ["url"] = Url,
    };

    public JsonObject ToUserSide() => new()
    {
        ["callbackQueryId"] = Id,
        ["answered"] = Answered,
        ["text"] = Text,
        ["showAlert"] = ShowAlert,
        ["url"] = Url,
    };
}
