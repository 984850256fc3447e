using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Logging;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Operator;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Operator;

/// <summary>The pages for whoever runs the host, asked over HTTP.</summary>
public sealed class OperatorPagesTests(PostgresFixture postgres)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_tell_of_turns_deliveries_sessions_and_modules_and_of_nobody()
    {
        await using var host = await TestHost.StartAsync(
            postgres, new() { Modules = [TestModule.Company, TestModule.Plugin("ThrowsInHandler", "throws_handler")] }, Cancel);
        var anna = await host.Chat.NewOwnerAsync("MetricsPerson", "en", "MetricsCompany");
        await anna.SayAsync("/explode");
        await anna.PressAsync("Explode");

        var metrics = await Http.GetStringAsync(new Uri(host.OperatorAddress, "metrics"), Cancel);

        Assert.True(ValueOf(metrics, "draivbot_turns_total{module=\"company\",result=\"answered\",route=\"company.") >= 1, metrics);
        Assert.Equal(2, ValueOf(metrics, "draivbot_turns_total{module=\"throws_handler\",result=\"failed\""));
        Assert.Equal(1, ValueOf(metrics, "draivbot_turns_total{module=\"throws_handler\",result=\"set_aside\""));
        Assert.True(ValueOf(metrics, "draivbot_turn_duration_seconds_sum{module=\"company\"") > ValueOf(metrics, "draivbot_turn_database_duration_seconds_sum{module=\"company\""), metrics);
        Assert.True(ValueOf(metrics, "draivbot_turn_database_duration_seconds_sum{module=\"company\"") > 0, metrics);
        Assert.True(ValueOf(metrics, "draivbot_deliveries_total{result=\"delivered\"") >= 3, metrics);
        Assert.True(ValueOf(metrics, "draivbot_updates_received_total{kind=\"fresh\"") >= 3, metrics);
        Assert.Equal(1, ValueOf(metrics, "draivbot_sessions_alive{"));
        Assert.Equal(1, ValueOf(metrics, "draivbot_users_active{"));
        Assert.Equal(0, ValueOf(metrics, "draivbot_queue_depth{queue=\"inbox\""));
        Assert.Equal(1, ValueOf(metrics, "draivbot_set_aside{kind=\"update\""));
        Assert.Equal(1, ValueOf(metrics, "draivbot_module_state{module=\"company\",state=\"active\""));
        Assert.Contains("dotnet_gc_collections_total", metrics, StringComparison.Ordinal);
        var company = await host.QueryAsync<Guid>("select company_id from core.companies");
        Assert.All(
            [anna.Id.ToString(CultureInfo.InvariantCulture), "MetricsPerson", "MetricsCompany", $"{company}", "exploded"],
            word => Assert.DoesNotContain(word, metrics, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_backlog_shows_with_its_depth_and_the_age_of_its_oldest()
    {
        await using var host = await TestHost.StartAsync(postgres, Cancel);
        await host.ExecuteAsync("""
            insert into core.outbox (bot_id, chat_id, payload, next_at, created_at)
            select $1, 1, '{}', now() + interval '1 hour', now() - interval '90 seconds' from generate_series(1, 3)
            """, host.Chat.BotId);

        var metrics = await Http.GetStringAsync(new Uri(host.OperatorAddress, "metrics"), Cancel);

        Assert.Equal(3, ValueOf(metrics, "draivbot_queue_depth{queue=\"outbox\""));
        Assert.InRange(ValueOf(metrics, "draivbot_queue_oldest_age_seconds{queue=\"outbox\""), 90, 120);
    }

    [Fact]
    public async Task A_running_host_is_healthy_and_ready_in_words_and_as_json()
    {
        await using var host = await TestHost.StartAsync(postgres, Cancel);
        await BecomesReadyAsync(host);

        var words = await Http.GetStringAsync(new Uri(host.OperatorAddress, "readyz"), Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.OperatorAddress, "readyz"));
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await Http.SendAsync(request, Cancel);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

        Assert.StartsWith("ready\n+ database: answers\n", words, StringComparison.Ordinal);
        Assert.Equal("ready", (string?)json["status"]);
        Assert.Equal(["database", "migrations", "modules", "token", "intake", "pictures"], json["checks"]!.AsArray().Select(check => (string?)check!["name"]));
        Assert.StartsWith("healthy\n", await Http.GetStringAsync(new Uri(host.OperatorAddress, "healthz"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_whose_token_is_refused_or_whose_database_is_older_is_not_ready_and_says_why()
    {
        await using var host = await TestHost.StartAsync(postgres, Cancel);
        host.Services.GetRequiredService<HostCondition>().TokenIsRefused = true;
        await host.ExecuteAsync("delete from core.migrations where owner = 'core'");

        using var answer = await Http.GetAsync(new Uri(host.OperatorAddress, "readyz"), Cancel);

        var words = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.StartsWith("not ready\n", words, StringComparison.Ordinal);
        Assert.Contains("- token: Telegram refuses the bot's token. Set Telegram__Token", words, StringComparison.Ordinal);
        Assert.Contains("- migrations: the database is at 0", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metrics")]
    [InlineData("healthz")]
    [InlineData("readyz")]
    public async Task The_public_address_knows_nothing_of_these_pages(string page)
    {
        await using var host = await TestHost.StartAsync(postgres, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, page));
        request.Headers.Host = host.OperatorAddress.Authority;

        using var answer = await Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_default_address_that_is_taken_costs_the_pages_only_and_a_chosen_one_the_start()
    {
        await using var host = await TestHost.StartAsync(postgres, Cancel);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var settings = new OperatorSettings { Urls = [$"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"], IsDefault = true };
        using var directory = new TestDirectory();
        using var log = HostLog.Create(
            new() { Telegram = new(), Database = new(), Host = new() { DataDirectory = directory.Path, PluginsFile = "" } }, "1:token", toConsole: false);

        await using (var without = await OperatorServer.StartAsync(host.Services, settings, log, Cancel))
        {
            Assert.Null(without.Address);
        }

        var refused = await Assert.ThrowsAsync<OperatorAddressException>(
            () => OperatorServer.StartAsync(host.Services, settings with { IsDefault = false }, log, Cancel));
        Assert.Contains("Operator__Urls names http://127.0.0.1:", refused.Message, StringComparison.Ordinal);
        Assert.Contains("set Operator__Urls", await File.ReadAllTextAsync(Path.Combine(directory.Path, "logs", "host.log"), Cancel), StringComparison.Ordinal);
    }

    /// <summary>The sum over the series that begin so; fails when there is none.</summary>
    private static double ValueOf(string metrics, string series)
    {
        var lines = metrics.Split('\n').Where(line => line.StartsWith(series, StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count > 0, $"No series {series}… in:\n{metrics}");
        return lines.Sum(line => double.Parse(line[(line.LastIndexOf('}') + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>The pages are there before the bot has introduced itself to Telegram; until then they say what is missing.</summary>
    private static async Task BecomesReadyAsync(TestHost host)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        HttpStatusCode status;
        do
        {
            using var answer = await Http.GetAsync(new Uri(host.OperatorAddress, "readyz"), patience.Token);
            status = answer.StatusCode;
        }
        while (status != HttpStatusCode.OK);
    }
}
