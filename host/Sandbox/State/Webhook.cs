using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>Where updates are sent. An empty address means the bot polls.</summary>
internal sealed record Webhook
{
    public const int DefaultConnections = 40;

    private const string Key = "webhook";

    public string Url { get; init; } = "";

    public string? SecretToken { get; init; }

    public int MaximumConnections { get; init; } = DefaultConnections;

    public string? IpAddress { get; init; }

    public bool IsSet => Url.Length > 0;

    public static Webhook Read(BotSettings settings) => settings[Key] is not { } kept ? new Webhook() : new Webhook
    {
        Url = kept["url"].String() ?? "",
        SecretToken = kept["secret"].String(),
        MaximumConnections = (int)(kept["connections"].Number() ?? DefaultConnections),
        IpAddress = kept["ip"].String(),
    };

    public void Write(BotSettings settings) => settings[Key] = !IsSet ? null : new JsonObject
    {
        ["url"] = Url,
        ["secret"] = SecretToken,
        ["connections"] = MaximumConnections,
        ["ip"] = IpAddress,
    };
}
