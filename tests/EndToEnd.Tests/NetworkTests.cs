using System.Globalization;
using System.Net;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The network between a host under load and its database or Telegram: cut, silent, and back.</summary>
public sealed class NetworkTests(PostgresFixture postgres)
{
    private static readonly TimeSpan BackLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(8);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cut")]
    [InlineData("silent")]
    public async Task A_host_that_loses_its_database_acknowledges_nothing_and_is_back_in_seconds(string how)
    {
        await using var api = await BotApiServer.StartAsync();
        await using var server = await DatabaseServer.StartAsync();
        await using var tables = new Tables(server.Direct);
        using var directory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        await using var host = await HostProcess.StartAsync(
            directory,
            [.. Settings.Webhook(api.Address, server.ThroughTheNetwork("password"), FreePort.Find()), ("Redis__ConnectionString", "127.0.0.1:1")]);
        using var poster = new UpdatePoster([await UpdatePoster.FindWebhookAsync(api.Address)]);
        var load = new JournalLoad(api, poster, 7_900, people: 12);
        await load.BeginAsync();

        if (how == "cut")
        {
            server.Network.Cut();
        }
        else
        {
            server.Network.Stall();
        }

        await Until.PauseAsync(TimeSpan.FromSeconds(1));
        var stored = await tables.ReadAsync<long>("select count(*) from core.seen");
        var taken = load.Taken;
        await SeeUnreadyAsync(host);
        await Until.PauseAsync(Outage);
        Assert.Equal(taken, load.Taken);
        Assert.Equal(stored, await tables.ReadAsync<long>("select count(*) from core.seen"));

        server.Network.Heal();
        var back = await load.SeeAsync(1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{how}: took updates again {back.TotalSeconds:0.0} s after the network was back");
        await load.SeeAsync(100);
        await load.EndAsync();
        await load.CheckAsync(tables, TimeSpan.FromSeconds(90));
        await load.SeeLastAnswersAsync();
        Assert.True(back < BackLimit, $"Back after {back.TotalSeconds:0.0} s. The host said:\n{host.Output}");
        Assert.Equal(0, (await host.StopAsync()).Code);
    }

    [Fact]
    public async Task A_database_restarted_at_once_under_load_loses_nothing_and_the_host_is_back_in_seconds()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var server = await DatabaseServer.StartAsync();
        await using var tables = new Tables(server.Direct);
        using var directory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        await using var host = await HostProcess.StartAsync(directory, Settings.Webhook(api.Address, server.ThroughTheNetwork("password"), FreePort.Find()));
        using var poster = new UpdatePoster([await UpdatePoster.FindWebhookAsync(api.Address)]);
        var load = new JournalLoad(api, poster, 7_950, people: 12);
        await load.BeginAsync();

        for (var round = 0; round < 3; round++)
        {
            await server.CrashAsync();
            await server.SeeBackAsync();
            var back = await load.SeeAsync(1);
            TestContext.Current.TestOutputHelper?.WriteLine($"took updates again {back.TotalSeconds:0.0} s after the server was back");
            Assert.True(back < BackLimit, $"Back after {back.TotalSeconds:0.0} s. The host said:\n{host.Output}");
            await load.SeeAsync(50);
        }

        await load.EndAsync();
        await load.CheckAsync(tables, TimeSpan.FromSeconds(60));
        await load.SeeLastAnswersAsync();
        Assert.Equal(0, (await host.StopAsync()).Code);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("silent")]
    public async Task A_host_that_loses_telegram_goes_on_taking_updates_and_delivers_when_it_is_back(string how)
    {
        await using var api = await BotApiServer.StartAsync();
        await using var network = TcpProxy.To(new IPEndPoint(IPAddress.Loopback, api.Address.Port));
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var directory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        var through = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{network.Port}"));
        await using var host = await HostProcess.StartAsync(directory, Settings.Webhook(through, database.ConnectionString, FreePort.Find()));
        using var poster = new UpdatePoster([await UpdatePoster.FindWebhookAsync(api.Address)]);
        var load = new JournalLoad(api, poster, 7_850, people: 8);
        await load.BeginAsync();

        if (how == "cut")
        {
            network.Cut();
        }
        else
        {
            network.Stall();
        }

        await load.SeeAsync(60);
        network.Heal();
        await load.SeeAsync(30);
        await load.EndAsync();
        await load.CheckAsync(tables, TimeSpan.FromSeconds(120));
        if (how == "cut")
        {
            // What was sent into the silence may have arrived, so it is not sent again: only a cut leaves no doubt.
            await load.SeeLastAnswersAsync();
        }

        Assert.Equal(0, (await host.StopAsync()).Code);
    }

    private static async Task SeeUnreadyAsync(HostProcess host)
    {
        using var client = new HttpClient();
        await Until.TrueAsync(
            async () =>
            {
                using var answer = await client.GetAsync(new Uri(host.OperatorPages, "readyz"), Cancel);
                return answer.StatusCode == HttpStatusCode.ServiceUnavailable
                    && (await answer.Content.ReadAsStringAsync(Cancel)).Contains("- database: does not answer", StringComparison.Ordinal);
            },
            TimeSpan.FromSeconds(10),
            () => Task.FromResult("the host said that it is not ready"));
        using var metrics = await client.GetAsync(new Uri(host.OperatorPages, "metrics"), Cancel);
        Assert.Contains("draivbot_database_up{} 0", await metrics.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var health = await client.GetAsync(new Uri(host.OperatorPages, "healthz"), Cancel);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }
}
