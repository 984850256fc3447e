using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>A failure the next matching calls meet.</summary>
internal sealed record Fault(int Id, string Kind)
{
    public static readonly IReadOnlyList<string> Kinds = ["429", "5xx", "delay", "drop", "lost_answer"];

    public string? Method { get; init; }

    public long? ChatId { get; init; }

    /// <summary>How many calls are left; null for all until the fault is taken away.</summary>
    public int? Times { get; init; }

    public int RetryAfter { get; init; } = 3;

    public TimeSpan Delay { get; init; }

    // Long polls come all the time: a fault for "the next three calls" is meant for what the bot does, unless it names them.
    public bool Hits(string method, long? chatId) =>
        (Method is null ? !method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase) : Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (ChatId is null || ChatId == chatId);

    public JsonObject ToUserSide() => new()
    {
        ["id"] = Id,
        ["kind"] = Kind,
        ["method"] = Method,
        ["chatId"] = ChatId,
        ["times"] = Times,
        ["retryAfter"] = RetryAfter,
        ["delayMs"] = Delay.TotalMilliseconds,
    };
}
