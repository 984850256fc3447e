using System.Globalization;
using System.Text.Json;

namespace DrAivBot.Chaos;

/// <summary>The hosts of a run, all on one database.</summary>
internal sealed class Fleet
{
    public const string WebhookSecret = "webhook-secret-of-the-chaos-suite";

    private Fleet(IReadOnlyList<SupervisedHost> hosts) => Hosts = hosts;

    public IReadOnlyList<SupervisedHost> Hosts { get; }

    /// <summary>Path of the webhook, the same on every host; null until the first host named it.</summary>
    public string? Webhook { get; private set; }

    /// <summary>Hosts with the module <c>chaos</c> alone.</summary>
    public static async Task<Fleet> CreateAsync(ChaosOptions options, string directory, string database, Uri botApi, CancellationToken cancellationToken)
    {
        var plugins = Path.Combine(directory, "plugins.json");
        await File.WriteAllTextAsync(
            plugins, JsonSerializer.Serialize(new { modules = new[] { new { id = "chaos", path = BuiltFiles.ChaosModule, enabled = true } } }), cancellationToken);
        (string, string)[] more =
        [
            ("Operator__Urls", "off"),
            ("DOTNET_GCHeapHardLimit", (options.MemoryInMebibytes * 1024L * 1024).ToString("x", CultureInfo.InvariantCulture)),
        ];
        return Create(options.Hosts, directory, plugins, database, botApi, more);
    }

    /// <summary>Hosts with the modules of a list.</summary>
    public static Fleet Create(int hosts, string directory, string plugins, string database, Uri botApi, IReadOnlyList<(string Key, string Value)> more)
    {
        (string, string)[] settings =
        [
            ("Telegram__BaseUrl", botApi.ToString()),
            ("Telegram__Token", BotApi.Token),
            ("Telegram__Mode", "Webhook"),
            ("Telegram__WebhookSecret", WebhookSecret),
            ("Database__ConnectionString", database),
            ("Database__MaxPoolSize", "24"),
            ("Host__PluginsFile", plugins),
            .. more,
        ];
        return new([.. Enumerable.Range(1, hosts).Select(number => new SupervisedHost(number, directory, settings))]);
    }

    /// <summary>Notes the address a host gave to the Bot API server: from then on it takes updates.</summary>
    public void NoteWebhook(Uri address)
    {
        Webhook = address.AbsolutePath;
        foreach (var host in Hosts.Where(host => host.Port == address.Port))
        {
            host.IsReady = true;
        }
    }
}
