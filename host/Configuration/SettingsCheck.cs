using System.Text.RegularExpressions;
using Npgsql;

namespace DrAivBot.Host.Configuration;

/// <summary>Turns the configuration into <see cref="HostSettings"/>, or into every problem it has.</summary>
internal static partial class SettingsCheck
{
    public static (HostSettings Settings, IReadOnlyList<ConfigurationProblem> Problems) Read(IConfigurationRoot configuration, string workingDirectory)
    {
        var reader = new SettingsReader(configuration);
        var settings = new HostSettings
        {
            Telegram = ReadTelegram(reader),
            Database = ReadDatabase(reader),
            Host = ReadDirectories(reader, workingDirectory),
            Operator = ReadOperator(reader),
            Modules = ReadModules(reader, workingDirectory),
            RedisConnectionString = reader.Text("Redis", "ConnectionString"),
            Assistant = ReadAssistant(reader),
        };
        reader.ListeningAddresses("ASPNETCORE_URLS");
        reader.ListeningAddresses("urls");
        reader.ReportUnknownKeys();
        return (settings, reader.Problems);
    }

    private static TelegramSettings ReadTelegram(SettingsReader reader)
    {
        const string section = "Telegram";
        var token = reader.Text(section, "Token");
        if (token is not null && !TokenForm().IsMatch(token))
        {
            reader.Report(section, "Token", null, "does not look like a bot token: digits, a colon and at least 30 letters, digits, - or _.", "Copy it again from BotFather, or leave it out to use the sandbox.");
        }

        var settings = new TelegramSettings
        {
            Token = token,
            BaseUrl = reader.Address(section, "BaseUrl", "https", "http"),
            Mode = reader.OneOf(section, "Mode", UpdateMode.Polling),
            WebhookUrl = reader.Address(section, "WebhookUrl", "https", "http"),
            WebhookSecret = reader.Text(section, "WebhookSecret"),
            MessagesPerSecondPerChat = reader.Number(section, "MessagesPerSecondPerChat", new TelegramSettings().MessagesPerSecondPerChat, 0, 30),
            AlertChat = reader.ChatId(section, "AlertChat"),
        };
        if (settings.BaseUrl is not null && token is null)
        {
            reader.Report(section, "Token", null, "is missing, but Telegram__BaseUrl names a Bot API server.", "Set the token of a bot of that server, or leave both out to use the sandbox.");
        }

        CheckWebhook(reader, settings);
        return settings;
    }

    private static void CheckWebhook(SettingsReader reader, TelegramSettings settings)
    {
        const string section = "Telegram";
        if (settings.WebhookSecret is { } secret && !SecretForm().IsMatch(secret))
        {
            reader.Report(section, "WebhookSecret", null, "must have 22 to 256 characters of A-Z, a-z, 0-9, _ and -.", "Make one with: head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '='");
        }

        if (settings.Mode != UpdateMode.Webhook)
        {
            return;
        }

        if (settings.WebhookUrl is null)
        {
            reader.Report(section, "WebhookUrl", null, "is missing, but Telegram__Mode is Webhook.", "Set the public https address under which Telegram reaches this host.");
        }
        else if (settings.BaseUrl is null && settings.WebhookUrl.Scheme != "https" && settings.Token is not null)
        {
            reader.Report(section, "WebhookUrl", settings.WebhookUrl.ToString(), "is not https, which Telegram demands.", "Put a proxy with a certificate in front and name its https address.");
        }

        if (settings.WebhookSecret is null)
        {
            reader.Report(section, "WebhookSecret", null, "is missing, but Telegram__Mode is Webhook: without it anybody could send updates.", "Make one with: head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '='");
        }
    }

    private static DatabaseSettings ReadDatabase(SettingsReader reader)
    {
        const string section = "Database";
        var defaults = new DatabaseSettings();
        var settings = new DatabaseSettings
        {
            ConnectionString = ReadConnectionString(reader),
            HostPassword = reader.Text(section, "HostPassword"),
            StartPatience = reader.Seconds(section, "StartPatience", defaults.StartPatience, 0, 3600),
            MinPoolSize = reader.Number(section, "MinPoolSize", defaults.MinPoolSize, 0, 10),
            MaxPoolSize = reader.Number(section, "MaxPoolSize", defaults.MaxPoolSize, 6, 30),
            ConnectionTimeout = reader.Seconds(section, "ConnectionTimeout", defaults.ConnectionTimeout, 1, 120),
            ConnectionLifetime = reader.Seconds(section, "ConnectionLifetime", defaults.ConnectionLifetime, 10, 86400),
        };
        if (settings.MinPoolSize > settings.MaxPoolSize)
        {
            reader.Report(section, "MinPoolSize", $"{settings.MinPoolSize}", $"is more than Database__MaxPoolSize ({settings.MaxPoolSize}).", "Lower the one or raise the other.");
        }

        return settings;
    }

    private static string? ReadConnectionString(SettingsReader reader)
    {
        const string section = "Database";
        if (reader.Text(section, "ConnectionString") is not { } text)
        {
            return null;
        }

        try
        {
            var builder = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database) || string.IsNullOrEmpty(builder.Username))
            {
                reader.Report(section, "ConnectionString", null, "must name Host, Database and Username.", "Example: Host=db.example.org;Database=draivbot;Username=draivbot_admin;Password=…");
            }
        }
        catch (ArgumentException wrong)
        {
            reader.Report(section, "ConnectionString", null, $"cannot be read: {wrong.Message}", "Example: Host=db.example.org;Database=draivbot;Username=draivbot_admin;Password=…");
        }

        return text;
    }

    private static OperatorSettings ReadOperator(SettingsReader reader)
    {
        const string section = "Operator";
        var given = reader.Text(section, "Urls");
        var urls = given is null ? [OperatorSettings.DefaultUrl]
            : string.Equals(given, OperatorSettings.Off, StringComparison.OrdinalIgnoreCase) ? []
            : SettingsReader.SplitAddresses(given);
        foreach (var wrong in urls.Where(url => !SettingsReader.IsListeningAddress(url)))
        {
            reader.Report(section, "Urls", wrong, "is not an address to listen on: http, a name or number of this machine, and a port up to 65535.", $"Write for example {OperatorSettings.DefaultUrl}, port 0 for any free one, or {OperatorSettings.Off} for none.");
        }

        return new()
        {
            Urls = urls,
            IsDefault = given is null,
            OtlpEndpoint = reader.Address(section, "OtlpEndpoint", "http", "https"),
        };
    }

    private static ModulesSettings ReadModules(SettingsReader reader, string workingDirectory)
    {
        const string section = "Modules";
        const string key = "TrustedKeys";
        var keys = new List<byte[]>();
        foreach (var text in reader.Texts(section, key))
        {
            var (read, problem) = PublicKeyReader.Read(text, workingDirectory);
            keys.AddRange(read);
            if (problem is not null)
            {
                reader.Report(section, key, text, problem, PublicKeyReader.Cure);
            }
        }

        return new() { TrustedKeys = keys };
    }

    private static AssistantSettings ReadAssistant(SettingsReader reader)
    {
        const string section = "OpenAI";
        var defaults = new AssistantSettings();
        var key = reader.Text(section, "ApiKey");
        if (key is not null && !KeyForm().IsMatch(key))
        {
            reader.Report(section, "ApiKey", null, "does not look like a key: 6 to 500 signs of ASCII, without spaces.", "Copy it again from the provider, or leave it out to work without the assistant.");
        }

        var model = reader.Text(section, "Model") ?? defaults.Model;
        if (!ModelForm().IsMatch(model))
        {
            reader.Report(section, "Model", model, "is not the name of a model: up to 100 letters, digits and . _ : / @ -", $"Write it as the provider does, or leave it out for {AssistantSettings.DefaultModel}.");
        }

        return new()
        {
            ApiKey = key,
            BaseUrl = reader.Address(section, "BaseUrl", "https", "http") ?? defaults.BaseUrl,
            Model = model,
            ReportsPerMonth = reader.Number(section, "ReportsPerMonth", defaults.ReportsPerMonth, 0, 1000),
        };
    }

    private static DirectorySettings ReadDirectories(SettingsReader reader, string workingDirectory) => new()
    {
        DataDirectory = Path.GetFullPath(reader.Text("Host", "DataDirectory") ?? "data", workingDirectory),
        PluginsFile = Path.GetFullPath(reader.Text("Host", "PluginsFile") ?? "plugins.json", workingDirectory),
    };

    [GeneratedRegex(@"^\d{1,16}:[A-Za-z0-9_-]{30,100}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"^[!-~]{6,500}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,99}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ModelForm();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{22,256}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretForm();
}
