using System.Diagnostics;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>Two hosts with one token on one database.</summary>
public sealed class SeveralHostsTests(PostgresFixture postgres)
{
    private const int People = 20;
    private const int TextsEach = 20;
    private const long FirstUpdate = 2_000_000_000;

    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(10);

    /// <summary>After this long without a conflict a host counts as the first.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10.5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_hosts_one_polls_and_the_other_takes_over_when_it_is_killed()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var firstDirectory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        using var secondDirectory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        await using var first = await HostProcess.StartAsync(firstDirectory, Settings.Polling(api.Address, database, FreePort.Find()));
        var chat = api.ChatWith(7401);
        await OpenAsync(chat);
        await using var second = await HostProcess.StartAsync(secondDirectory, Settings.Polling(api.Address, database, FreePort.Find()));
        await WriteAsync(chat, 1);
        await WriteAsync(chat, 2);

        await first.KillAsync();
        var killed = Stopwatch.GetTimestamp();
        await chat.WriteAsync("entry 3");
        await chat.SeeAsync("Stored: entry 3", Takeover);
        TestContext.Current.TestOutputHelper?.WriteLine($"the other host polled {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s after the kill");

        Assert.Equal(["entry 1", "entry 2", "entry 3"], await tables.EntriesAsync(chat.UserId));
        Assert.DoesNotContain("Another program fetches", first.Output + second.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await second.StopAsync()).Code);
    }

    [Fact]
    public async Task A_second_host_with_the_token_on_another_database_stops_and_says_why_and_the_first_goes_on()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var firstDatabase = await postgres.CreateDatabaseAsync(Cancel);
        await using var secondDatabase = await postgres.CreateDatabaseAsync(Cancel);
        using var firstDirectory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        using var secondDirectory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        await using var first = await HostProcess.StartAsync(firstDirectory, Settings.Polling(api.Address, firstDatabase, FreePort.Find()));
        var chat = api.ChatWith(7451);
        await OpenAsync(chat);
        await Until.PauseAsync(Settling);

        await using var second = HostProcess.Launch(secondDirectory, Settings.Polling(api.Address, secondDatabase, FreePort.Find()));
        Assert.Equal(78, await second.WaitForExitAsync(TimeSpan.FromSeconds(60)));

        Assert.Contains("this host, which came second, stops", second.Output, StringComparison.Ordinal);
        Assert.Contains("Database__ConnectionString", second.Output, StringComparison.Ordinal);
        await WriteAsync(chat, 1);
        Assert.Contains("Another program fetches", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await first.StopAsync()).Code);
    }

    [Fact]
    public async Task Two_hosts_share_the_posts_and_keep_order_and_single_effects_though_one_is_killed()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var firstDirectory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        using var secondDirectory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        var ports = new[] { FreePort.Find(), FreePort.Find() };
        var byName = new UriBuilder(api.Address) { Host = "localhost" }.Uri;
        await using var first = await HostProcess.StartAsync(firstDirectory, Settings.Webhook(api.Address, database.ConnectionString, ports[0]));
        await using var second = await HostProcess.StartAsync(secondDirectory, Settings.Webhook(byName, database.ConnectionString, ports[1]));
        var chats = Enumerable.Range(0, People).Select(i => api.ChatWith(7500 + i)).ToList();
        await Task.WhenAll(chats.Select(OpenAsync));
        var path = (await UpdatePoster.FindWebhookAsync(api.Address)).AbsolutePath;
        using var poster = new UpdatePoster([.. ports.Select(port => new Uri($"http://127.0.0.1:{port}{path}"))]);

        var posting = Task.WhenAll(chats.Select((chat, person) => PostAsync(poster, chat, person)));
        await Until.TrueAsync(
            () => poster.Acknowledged >= People * TextsEach / 4 && api.CallsByName.Count == 2 && api.CallsByName.Values.All(count => count > People),
            TimeSpan.FromSeconds(60),
            () => $"both hosts were at work: {string.Join(", ", api.CallsByName.Select(calls => $"{calls.Key} {calls.Value}"))}");
        await first.KillAsync();
        await posting;
        await tables.SettleAsync(TimeSpan.FromSeconds(30));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"messages sent: {string.Join(", ", api.CallsByName.Select(calls => $"{calls.Key} {calls.Value}"))}; posts repeated: {poster.Repeated}");
        Assert.Equal(2, api.CallsByName.Count);
        Assert.All(api.CallsByName.Values, count => Assert.True(count > People));
        Assert.Equal(0, await tables.ReadAsync<long>("select count(*) from core.set_aside"));
        foreach (var chat in chats)
        {
            Assert.Equal(Enumerable.Range(1, TextsEach).Select(i => $"entry {i}"), await tables.EntriesAsync(chat.UserId));
            Assert.StartsWith($"Stored: entry {TextsEach}", await chat.LastAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task OpenAsync(Chat chat)
    {
        await chat.EnterAsync();
        await chat.StartAsync("journal_");
        await chat.SeeAsync("What comes next?");
    }

    private static async Task WriteAsync(Chat chat, int entry)
    {
        await chat.WriteAsync($"entry {entry}");
        await chat.SeeAsync($"Stored: entry {entry}");
    }

    /// <summary>One person's texts, each posted to both hosts at once, the next after both took it or were gone.</summary>
    private static async Task PostAsync(UpdatePoster poster, Chat chat, int person)
    {
        for (var i = 0; i < TextsEach; i++)
        {
            var update = UpdatePoster.Text(FirstUpdate + (i * People) + person, chat.UserId, $"entry {i + 1}");
            await Task.WhenAll(poster.DeliverAsync(update), poster.DeliverAsync(update));
        }
    }
}
