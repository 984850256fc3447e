using System.Security.Cryptography;
using DrAivBot.Host.Configuration;
using Microsoft.Extensions.Configuration;

namespace DrAivBot.Host.Tests.Configuration;

public sealed class SettingsCheckTests
{
    private const string Token = "123456:abcdefghijklmnopqrstuvwxyzABCDEFGHI";

    [Fact]
    public void Nothing_configured_means_the_sandbox_and_a_database_of_its_own()
    {
        var (settings, problems) = Read();

        Assert.Empty(problems);
        Assert.True(settings.Telegram.UsesSandbox);
        Assert.Null(settings.Database.ConnectionString);
        Assert.Equal((2, 30), (settings.Database.MinPoolSize, settings.Database.MaxPoolSize));
        Assert.Equal((30, 3600), (settings.Database.ConnectionTimeout.TotalSeconds, settings.Database.ConnectionLifetime.TotalSeconds));
    }

    [Fact]
    public void Every_wrong_value_is_reported_at_once_with_key_value_and_cure()
    {
        var (_, problems) = Read(
            ("Telegram:Mode", "Carrier pigeon"),
            ("Telegram:BaseUrl", "not an address"),
            ("Database:MinPoolSize", "11"),
            ("Database:MaxPoolSize", "many"),
            ("Database:ConnectionTimeout", "-1"),
            ("Database:ConnectionString", "Host=db"));

        Assert.Equal(
            ["Telegram__BaseUrl", "Telegram__Mode", "Database__ConnectionString", "Database__MinPoolSize", "Database__MaxPoolSize", "Database__ConnectionTimeout"],
            problems.Select(problem => problem.Key));
        Assert.Contains("Telegram__Mode = \"Carrier pigeon\"", problems[1].ToString(), StringComparison.Ordinal);
        Assert.Contains("Polling, Webhook", problems[1].ToString(), StringComparison.Ordinal);
        Assert.All(problems, problem => Assert.NotEmpty(problem.Cure));
    }

    [Fact]
    public void The_operators_pages_have_an_address_of_this_machine_unless_another_or_none_is_chosen()
    {
        Assert.Equal("http://127.0.0.1:9464", Assert.Single(Read().Settings.Operator.Urls));
        Assert.True(Read().Settings.Operator.IsDefault);
        Assert.Equal(["http://127.0.0.1:0", "http://[::1]:9999"], Read(("Operator:Urls", "http://127.0.0.1:0; http://[::1]:9999")).Settings.Operator.Urls);
        Assert.Empty(Read(("Operator:Urls", "OFF")).Settings.Operator.Urls);
        Assert.Equal(
            ["Operator__Urls", "Operator__OtlpEndpoint"],
            Read(("Operator:Urls", "https://127.0.0.1:9464"), ("Operator:OtlpEndpoint", "collector:4318")).Problems.Select(problem => problem.Key));
    }

    [Fact]
    public void Redis_may_be_configured_and_is_not_used()
    {
        var (settings, problems) = Read(("Redis:ConnectionString", "localhost:6379"));

        Assert.Empty(problems);
        Assert.Equal("localhost:6379", settings.RedisConnectionString);
    }

    [Fact]
    public void The_assistant_has_a_key_or_is_not_there()
    {
        Assert.False(Read().Settings.Assistant.IsConfigured);
        var (settings, problems) = Read(("OpenAI:ApiKey", " sk-0123456789 "), ("OpenAI:BaseUrl", "http://127.0.0.1:11434"), ("OpenAI:Model", "qwen2.5:14b"), ("OpenAI:ReportsPerMonth", "0"));
        Assert.Empty(problems);
        Assert.Equal(("sk-0123456789", "qwen2.5:14b", 0), (settings.Assistant.ApiKey, settings.Assistant.Model, settings.Assistant.ReportsPerMonth));
        Assert.Equal(
            ["OpenAI__ApiKey", "OpenAI__Model", "OpenAI__BaseUrl", "OpenAI__ReportsPerMonth"],
            Read(("OpenAI:ApiKey", "two words"), ("OpenAI:BaseUrl", "server:80"), ("OpenAI:Model", "a model"), ("OpenAI:ReportsPerMonth", "-1")).Problems.Select(problem => problem.Key));
    }

    [Theory]
    [InlineData("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1/chat/completions")]
    [InlineData("https://proxy.example.org/openai/v1/", "https://proxy.example.org/openai/v1/chat/completions")]
    [InlineData("https://api.openai.com/v1", "https://api.openai.com/v1/chat/completions")]
    public void The_providers_address_may_have_any_path(string address, string called) =>
        Assert.Equal(called, Read(("OpenAI:BaseUrl", address)).Settings.Assistant.ChatAddress.AbsoluteUri);

    [Fact]
    public void A_misspelt_key_is_reported_with_the_one_that_was_meant()
    {
        var (_, problems) = Read(("Telegram:Tokne", Token));

        Assert.Contains("Did you mean \"Telegram__Token\"?", Assert.Single(problems).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telegram:Token", "123:tooshort")]
    [InlineData("Telegram:WebhookSecret", "short secret!")]
    [InlineData("OpenAI:ApiKey", "canary in key")]
    [InlineData("Database:ConnectionString", "Host=db;Password=canary-in-password;Bogus=1")]
    public void A_secret_never_appears_in_a_problem(string key, string value)
    {
        var (_, problems) = Read((key, value));

        Assert.NotEmpty(problems);
        Assert.DoesNotContain(problems, problem => problem.ToString().Contains("canary", StringComparison.Ordinal) || problem.ToString().Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_webhook_needs_its_address_and_its_secret()
    {
        var (_, problems) = Read(("Telegram:Token", Token), ("Telegram:Mode", "webhook"));

        Assert.Equal(["Telegram__WebhookUrl", "Telegram__WebhookSecret"], problems.Select(problem => problem.Key));
    }

    [Fact]
    public void Telegram_itself_takes_webhooks_over_https_only()
    {
        var (_, problems) = Read(
            ("Telegram:Token", Token),
            ("Telegram:Mode", "Webhook"),
            ("Telegram:WebhookUrl", "http://bot.example.org"),
            ("Telegram:WebhookSecret", "0123456789abcdefghijklmnop"));

        Assert.Equal("Telegram__WebhookUrl", Assert.Single(problems).Key);
    }

    [Fact]
    public void Another_server_needs_a_token()
    {
        var (_, problems) = Read(("Telegram:BaseUrl", "http://127.0.0.1:8081"));

        Assert.Equal("Telegram__Token", Assert.Single(problems).Key);
    }

    [Fact]
    public void Trusted_keys_are_pem_files_or_base64_and_every_wrong_one_is_reported()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var pem = Path.GetTempFileName();
        File.WriteAllText(pem, $"{key.ExportSubjectPublicKeyInfoPem()}\n{key.ExportSubjectPublicKeyInfoPem()}\n");
        var base64 = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

        var (good, none) = Read(("Modules:TrustedKeys", $"{pem}; {base64}"));
        var (list, noneEither) = Read(("Modules:TrustedKeys:0", pem), ("Modules:TrustedKeys:1", base64));
        var (_, problems) = Read(
            ("Modules:TrustedKeys:0", "nowhere.pem"),
            ("Modules:TrustedKeys:1", Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())),
            ("Modules:TrustedKeys:2", Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())),
            ("Modules:TrustedKey", base64));
        File.Delete(pem);

        Assert.Empty(none.Concat(noneEither));
        Assert.Equal((3, 3), (good.Modules.TrustedKeys.Count, list.Modules.TrustedKeys.Count));
        Assert.Equal(["Modules__TrustedKeys", "Modules__TrustedKeys", "Modules__TrustedKeys", "Modules__TrustedKey"], problems.Select(problem => problem.Key));
        Assert.Contains("is neither a file (", problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains("is no public key for ECDSA on the curve P-256", problems[1].Reason, StringComparison.Ordinal);
        Assert.Contains("draivbot keygen", problems[2].Cure, StringComparison.Ordinal);
    }

    private static (HostSettings Settings, IReadOnlyList<ConfigurationProblem> Problems) Read(params (string Key, string Value)[] values) =>
        SettingsCheck.Read(
            new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, string? (pair) => pair.Value)).Build(),
            Path.GetTempPath());
}
