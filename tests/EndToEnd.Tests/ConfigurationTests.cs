using System.Net;
using System.Net.Sockets;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>What an operator can get wrong: each is said in words before anything starts, or as soon as it shows.</summary>
public sealed class ConfigurationTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_wrong_value_is_reported_at_once_and_nothing_is_started()
    {
        using var directory = await HostDirectory.CreateAsync();
        await directory.WriteAsync("appsettings.json", """{ "Database": { "MinPoolSize": 99, "ConnectionString": "Host=db;Nonsense=1" }, "Telegram": { "Mod": "Polling" } }""");
        await directory.WriteAsync("plugins.json", """{ "modules": [], "colour": "red" }""");
        (string Key, string Value)[] settings =
        [
            ("Telegram__Token", "secret-nonsense"),
            ("Telegram__Mode", "Pigeon"),
            ("Telegram__BaseUrl", "ftp://example.org"),
            ("Telegram__WebhookSecret", "short"),
            ("Database__MaxPoolSze", "20"),
            ("Database__ConnectionTimeout", "soon"),
            ("Telegarm__Token", "another-secret-nonsense"),
            ("ASPNETCORE_URLS", "http://127.0.0.1:70000"),
        ];

        var (code, output) = await HostProcess.RunAsync(directory, settings);

        Assert.Equal(78, code);
        Assert.Contains("nothing was started", output, StringComparison.Ordinal);
        Assert.Contains("Telegram__Token (environment variable Telegram__Token): does not look like a bot token", output, StringComparison.Ordinal);
        Assert.Contains("Telegram__Mode = \"Pigeon\" (environment variable Telegram__Mode): is none of Polling, Webhook.", output, StringComparison.Ordinal);
        Assert.Contains("Telegram__BaseUrl", output, StringComparison.Ordinal);
        Assert.Contains("Telegram__WebhookSecret (environment variable Telegram__WebhookSecret): must have 22 to 256 characters", output, StringComparison.Ordinal);
        Assert.Contains("Database__MinPoolSize = \"99\" (appsettings.json): is not a whole number from 0 to 10.", output, StringComparison.Ordinal);
        Assert.Contains("Database__ConnectionTimeout = \"soon\"", output, StringComparison.Ordinal);
        Assert.Contains("Database__ConnectionString (appsettings.json)", output, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Database__MaxPoolSize\"?", output, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Telegram__Mode\"?", output, StringComparison.Ordinal);
        Assert.Contains("$.colour: there is no such property.", output, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"Telegram__Token\"?", output, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_URLS = \"http://127.0.0.1:70000\" (environment): is not an address to listen on", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-nonsense", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.Data));

        Assert.Equal(78, (await HostProcess.RunAsync(directory, settings, "--check-config")).Code);
    }

    [Fact]
    public async Task A_check_of_a_good_configuration_says_so_and_starts_nothing()
    {
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule));

        var (code, output) = await HostProcess.RunAsync(directory, [], "--check-config");

        Assert.Equal((0, "The configuration is good."), (code, output.Trim()));
        Assert.False(Directory.Exists(directory.Data));
    }

    [Fact]
    public async Task A_broken_plugins_file_is_reported_with_line_and_column()
    {
        using var directory = await HostDirectory.CreateAsync();
        await directory.WriteAsync("plugins.json", "{\n  \"modules\": [\n    { \"id\": \"company\" \"path\": 1 }\n  ]\n}");

        var (code, output) = await HostProcess.RunAsync(directory, []);

        Assert.Equal(78, code);
        Assert.Contains("plugins.json, line 3, column 23: this is not JSON", output, StringComparison.Ordinal);

        File.Delete(Path.Combine(directory.Path, "plugins.json"));
        (code, output) = await HostProcess.RunAsync(directory, []);
        Assert.Equal(78, code);
        Assert.Contains("there is no such file", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_whose_file_is_missing_is_reported_and_the_others_run()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        using var directory = await HostDirectory.CreateAsync(("planner", "modules/planner/Planner.dll"), ("company", Repository.CompanyModule));
        await using var host = await HostProcess.StartAsync(directory, Settings.Polling(api.Address, database, FreePort.Find()));

        await host.WaitForWordsAsync("Ctrl-C", TimeSpan.FromSeconds(5));
        Assert.Matches(@"planner +- +refused +.*modules/planner/Planner\.dll", host.Output);
        Assert.Matches(@"company +\S+ +active", host.Output);
        await Registration.InEnglishAsync(api.ChatWith(7201), "East Wind");
    }

    [Fact]
    public async Task A_token_that_telegram_does_not_know_ends_the_host_with_the_reason()
    {
        await using var api = await RefusingServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        using var directory = await HostDirectory.CreateAsync();

        var (code, output) = await HostProcess.RunAsync(directory, Settings.Polling(api.Address, database, FreePort.Find()));

        Assert.Equal(78, code);
        Assert.Contains("Telegram does not accept the bot's token.", output, StringComparison.Ordinal);
        Assert.DoesNotContain(BotApiServer.Token, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_ends_the_host_with_the_reason_and_its_database_with_it()
    {
        using var directory = await HostDirectory.CreateAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, output) = await HostProcess.RunAsync(directory, [("ASPNETCORE_URLS", $"http://127.0.0.1:{port}")]);

        Assert.Equal(69, code);
        Assert.Contains($"{port}", output, StringComparison.Ordinal);
        Assert.Contains("set ASPNETCORE_URLS to another address", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.False(directory.HasServer);
    }
}
