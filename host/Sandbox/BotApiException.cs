namespace DrAivBot.Host.Sandbox;

/// <summary>A call the Bot API refuses, in Telegram's own words.</summary>
internal sealed class BotApiException(int code, string description, int? retryAfter = null) : Exception(description)
{
    public int Code { get; } = code;

    public int? RetryAfter { get; } = retryAfter;

    public static BotApiException BadRequest(string reason) => new(400, "Bad Request: " + reason);

    public static BotApiException Conflict(string reason) => new(409, "Conflict: " + reason);

    public static BotApiException Forbidden(string reason) => new(403, "Forbidden: " + reason);
}
