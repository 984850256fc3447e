using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>A person of the sandbox; the private chat with the bot has the same id.</summary>
internal sealed record SandboxUser(long Id, string Name, string Language, string? Username)
{
    public static SandboxUser FromEntry(long id, JsonNode value) =>
        new(id, value["name"].String() ?? "", value["language"].String() ?? "en", value["username"].String());

    public JsonObject ToEntry() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["username"] = Username,
        ["language"] = Language,
    };

    public JsonObject ToTelegram() => WithUsername(new JsonObject
    {
        ["id"] = Id,
        ["is_bot"] = false,
        ["first_name"] = Name,
        ["language_code"] = Language,
    });

    public JsonObject ToChat() => WithUsername(new JsonObject
    {
        ["id"] = Id,
        ["type"] = "private",
        ["first_name"] = Name,
    });

    private JsonObject WithUsername(JsonObject target)
    {
        if (Username is { Length: > 0 })
        {
            target["username"] = Username;
        }

        return target;
    }
}
