using System.Diagnostics;
using System.Net;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>A host told to stop while updates pour in: a deploy.</summary>
public sealed class DrainTests(PostgresFixture postgres)
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_hosts_under_load_one_drains_with_503_and_the_other_goes_on_with_nothing_lost_or_doubled()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var firstDirectory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        using var secondDirectory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        var ports = new[] { FreePort.Find(), FreePort.Find() };
        await using var first = await HostProcess.StartAsync(firstDirectory, Settings.Webhook(api.Address, database.ConnectionString, ports[0]));
        await using var second = await HostProcess.StartAsync(secondDirectory, Settings.Webhook(api.Address, database.ConnectionString, ports[1]));
        var path = (await UpdatePoster.FindWebhookAsync(api.Address)).AbsolutePath;
        Uri[] webhooks = [.. ports.Select(port => new Uri($"http://127.0.0.1:{port}{path}"))];
        using var poster = new UpdatePoster(webhooks);
        var load = new JournalLoad(api, poster, 7_800, people: 16);
        await load.BeginAsync();

        // Telegram is slow, so that there is something to finish.
        await Chat.PostAsync(api.Address, "faults", new { kind = "delay", method = "sendMessage", delayMs = 1_000 });
        await load.SeeAsync(50);
        var looking = WatchDrainAsync(webhooks[0], first);
        var (code, took) = await first.StopAsync();
        var seen = await looking;
        await load.SeeAsync(100);
        await load.EndAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"drained in {took.TotalSeconds:0.0} s; {load.Taken} entries, {poster.Repeated} posts repeated; while draining: {seen}");
        Assert.True(code == 0, $"Exit code {code}:\n{first.Output}");
        Assert.InRange(took, TimeSpan.Zero, DrainLimit);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (seen.Webhook, seen.Readiness));
        Assert.Contains("closed: the host is stopping", seen.Words, StringComparison.Ordinal);
        await load.CheckAsync(tables, TimeSpan.FromSeconds(60));
        await load.SeeLastAnswersAsync();
        Assert.Equal(0, (await second.StopAsync()).Code);
    }

    /// <summary>What the webhook and the readiness page say once the host is stopping.</summary>
    private static async Task<Seen> WatchDrainAsync(Uri webhook, HostProcess host)
    {
        using var client = new HttpClient();
        using var poster = new UpdatePoster([webhook]);
        var pages = host.OperatorPages;
        var seen = new Seen(null, null, "");
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < DrainLimit && !host.HasExited; await Until.PauseAsync(TimeSpan.FromMilliseconds(20)))
        {
            // Nothing it could store: only whether it takes anything is asked. Both at once, for a drain may be short.
            var posting = poster.PostAsync("{}");
            var (readiness, words) = await LookAsync(client, pages);
            seen = new(
                await posting is HttpStatusCode.ServiceUnavailable ? HttpStatusCode.ServiceUnavailable : seen.Webhook,
                readiness ?? seen.Readiness,
                readiness is null ? seen.Words : words);
            if (seen is { Webhook: not null, Readiness: not null })
            {
                break;
            }
        }

        return seen;
    }

    /// <summary>What the page says, when it is not that the host is ready.</summary>
    private static async Task<(HttpStatusCode? Code, string Words)> LookAsync(HttpClient client, Uri pages)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(pages, "readyz"), Cancel);
            return answer.StatusCode == HttpStatusCode.OK ? (null, "") : (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        }
        catch (HttpRequestException)
        {
            return (null, "");
        }
    }

    private sealed record Seen(HttpStatusCode? Webhook, HttpStatusCode? Readiness, string Words);
}
