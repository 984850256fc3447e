using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>Environments of a host.</summary>
internal static class Settings
{
    public const string WebhookSecret = "webhook-secret-of-the-end-to-end-tests";

    /// <summary>A host that fetches its updates.</summary>
    public static IReadOnlyList<(string Key, string Value)> Polling(Uri botApi, TestDatabase database, int port) =>
    [
        ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
        ("Telegram__BaseUrl", botApi.ToString()),
        ("Telegram__Token", BotApiServer.Token),
        ("Telegram__MessagesPerSecondPerChat", "0"),
        ("Database__ConnectionString", database.ConnectionString),
    ];

    /// <summary>A host to which updates are posted.</summary>
    public static IReadOnlyList<(string Key, string Value)> Webhook(Uri botApi, string database, int port) =>
    [
        ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
        ("Telegram__BaseUrl", botApi.ToString()),
        ("Telegram__Token", BotApiServer.Token),
        ("Telegram__MessagesPerSecondPerChat", "0"),
        ("Telegram__Mode", "Webhook"),
        ("Telegram__WebhookUrl", $"http://127.0.0.1:{port}"),
        ("Telegram__WebhookSecret", WebhookSecret),
        ("Database__ConnectionString", database),
    ];
}
