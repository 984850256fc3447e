using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>An update as it will be sent. Those of one queue reach a webhook in order: a chat's messages, a user's presses.</summary>
internal sealed record PendingUpdate(long Id, string Kind, string Queue, string Json, DateTimeOffset ExpiresAt)
{
    public JsonNode ToEntry() => new JsonObject
    {
        ["kind"] = Kind,
        ["queue"] = Queue,
        ["json"] = Json,
        ["expires"] = ExpiresAt.ToUnixTimeSeconds(),
    };

    public static PendingUpdate FromEntry(long id, JsonNode value) => new(
        id,
        value["kind"].String() ?? "",
        value["queue"].String() ?? "",
        value["json"].String() ?? "{}",
        DateTimeOffset.FromUnixTimeSeconds(value["expires"].Number() ?? 0));
}
