using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox;

/// <summary>An answer of the Bot API as it goes over the wire.</summary>
internal sealed record BotApiAnswer(int Status, string Json, string? Error = null)
{
    public static BotApiAnswer Ok(string result, string? description = null) =>
        new(200, description is null
            ? $$"""{"ok":true,"result":{{result}}}"""
            : $$"""{"ok":true,"result":{{result}},"description":{{Wire.Write(JsonValue.Create(description))}}}""");

    public static BotApiAnswer From(BotApiException refusal)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
        if (refusal.RetryAfter is { } seconds)
        {
            body["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }

        return new(refusal.Code, Wire.Write(body), refusal.Message);
    }
}
