using System.Diagnostics;
using System.Net;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Host.Database.Cluster;
using DrAivBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>A database server of its own that is away at the start, comes, goes and comes back.</summary>
public sealed class DatabaseAwayTests
{
    private static readonly TimeSpan BackLimit = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_is_away_is_waited_for_and_nothing_is_acknowledged_or_lost_meanwhile()
    {
        using var place = new TestDirectory();
        await using var api = await BotApiServer.StartAsync();
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule), ("journal", Repository.JournalModule));
        var cluster = await StartClusterAsync(place);
        try
        {
            var connectionString = cluster.ConnectionString;
            await cluster.StopAsync();
            await using var host = HostProcess.Launch(directory, Settings.Webhook(api.Address, connectionString, FreePort.Find()));
            await host.WaitForWordsAsync("The database server cannot be reached", TimeSpan.FromSeconds(20));

            cluster = await StartClusterAsync(place);
            await host.WaitForWordsAsync(HostProcess.Ready, TimeSpan.FromSeconds(30));
            var chat = api.ChatWith(7101);
            await chat.EnterAsync();
            await chat.StartAsync("journal_");
            await chat.SeeAsync("What comes next?");

            using var poster = new UpdatePoster([await UpdatePoster.FindWebhookAsync(api.Address)]);
            for (var round = 1; round <= 2; round++)
            {
                await cluster.StopAsync();
                var update = UpdatePoster.Text(2_100_000_000 + round, 7101, $"entry {round}");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, await poster.PostAsync(update));
                var delivering = poster.DeliverAsync(update);
                cluster = await StartClusterAsync(place);
                var back = Stopwatch.GetTimestamp();
                await delivering;
                var answer = $"Stored: entry {round}";
                await Until.TrueAsync(
                    async () => (await chat.LastAsync()).Contains(answer, StringComparison.Ordinal),
                    BackLimit,
                    () => Task.FromResult($"«{answer}» came. The host said:\n{host.Output}"));
                TestContext.Current.TestOutputHelper?.WriteLine($"answered {Stopwatch.GetElapsedTime(back).TotalSeconds:0.0} s after the database was back");
            }

            await using (var tables = new Tables(connectionString))
            {
                Assert.Equal(["entry 1", "entry 2"], await tables.EntriesAsync(7101));
                Assert.Equal(0, await tables.ReadAsync<long>("select count(*) from core.set_aside"));
            }

            Assert.Equal(0, (await host.StopAsync()).Code);
        }
        finally
        {
            await cluster.StopAsync();
        }
    }

    [Fact]
    public async Task A_database_that_stays_away_at_the_start_ends_the_host_with_the_reason()
    {
        using var nowhere = new TestDirectory();
        using var directory = await HostDirectory.CreateAsync();

        var (code, output) = await HostProcess.RunAsync(directory,
        [
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{FreePort.Find()}"),
            ("Database__ConnectionString", $"Host={nowhere.Path};Username=postgres;Database=draivbot"),
            ("Database__StartPatience", "3"),
        ]);

        Assert.Equal(69, code);
        Assert.Contains("trying again for up to 3 s", output, StringComparison.Ordinal);
        Assert.Contains("Check that the server of Database__ConnectionString runs and is reachable", output, StringComparison.Ordinal);
    }

    private static Task<EmbeddedCluster> StartClusterAsync(TestDirectory place) => EmbeddedCluster.StartAsync(
        new EmbeddedClusterOptions { DataDirectory = place.Path, Fsync = false }, NullLogger.Instance, Cancel);
}
