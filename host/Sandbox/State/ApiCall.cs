using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>A Bot API call as the log shows it. Never holds a token.</summary>
internal sealed record ApiCall
{
    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public long? ChatId { get; init; }

    public required int Status { get; init; }

    public required double Milliseconds { get; init; }

    public required long Bytes { get; init; }

    public required string Request { get; init; }

    public string? Error { get; init; }

    public JsonObject ToUserSide(long number)
    {
        var shown = new JsonObject
        {
            ["n"] = number,
            ["at"] = At.ToString("O"),
            ["method"] = Method,
            ["chatId"] = ChatId,
            ["status"] = Status,
            ["ms"] = Math.Round(Milliseconds, 1),
            ["bytes"] = Bytes,
            ["request"] = JsonNode.Parse(Request),
        };
        if (Error is not null)
        {
            shown["error"] = Error;
        }

        return shown;
    }
}
