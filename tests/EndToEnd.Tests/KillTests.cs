using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>kill -9 of the host while updates pour in.</summary>
public sealed class KillTests(PostgresFixture postgres)
{
    private const int People = 40;
    private const int TextsEach = 25;
    private const int Kills = 8;
    private const int Taps = 3;
    private const long FirstUser = 5_000;
    private const long FirstUpdate = 2_000_000_000;

    private readonly Random _random = new(Seed);

    private static int Seed { get; } = Environment.TickCount & 0xFFFF;

    [Fact]
    public async Task A_thousand_updates_survive_kills_with_none_lost_none_doubled_and_the_order_kept()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var tables = new Tables(database.ConnectionString);
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule), ("journal", Repository.JournalModule));
        var settings = Settings.Webhook(api.Address, database.ConnectionString, FreePort.Find());
        var chats = Enumerable.Range(0, People).Select(i => api.ChatWith(FirstUser + i)).ToList();

        var host = await HostProcess.StartAsync(directory, settings);
        try
        {
            await Task.WhenAll(chats.Select(OpenJournalAsync));
            using var poster = new UpdatePoster([await UpdatePoster.FindWebhookAsync(api.Address)]);
            var duplicates = Enumerable.Range(0, People * TextsEach).Where(_ => _random.Next(10) == 0).ToHashSet();
            var posting = Task.WhenAll(Enumerable.Range(0, People).Select(person => PostAsync(poster, person, duplicates)));
            for (var kill = 1; kill <= Kills; kill++)
            {
                var goal = kill * People * TextsEach / (Kills + 1);
                await Until.TrueAsync(() => poster.Acknowledged >= goal, TimeSpan.FromSeconds(60), () => $"{goal} updates were taken, only {poster.Acknowledged}:\n{host.Output}");
                await Until.PauseAsync(TimeSpan.FromMilliseconds(_random.Next(60)));
                await host.KillAsync();
                await host.DisposeAsync();
                host = await HostProcess.StartAsync(directory, settings);
            }

            await posting;
            await tables.SettleAsync(TimeSpan.FromSeconds(30));
            await PressTwiceAsync(chats, poster);
            await tables.SettleAsync(TimeSpan.FromSeconds(30));

            await CheckAsync(tables, chats);
            var sent = (await Task.WhenAll(chats.Select(chat => chat.FromBotAsync()))).Sum(messages => messages.Count);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"seed {Seed}: {Kills} kills, {People * TextsEach} updates, {duplicates.Count} delivered twice, {poster.Repeated} posts repeated, "
                + $"{sent - (People * (TextsEach + 2))} messages sent twice");
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task OpenJournalAsync(Chat chat)
    {
        await chat.EnterAsync();
        await chat.StartAsync("journal_");
        await chat.SeeAsync("What comes next?");
    }

    /// <summary>One person's texts in order, each after the one before was taken; some come once more at any later time.</summary>
    private static async Task PostAsync(UpdatePoster poster, int person, HashSet<int> duplicates)
    {
        var again = new List<Task>();
        for (var i = 0; i < TextsEach; i++)
        {
            var update = UpdatePoster.Text(FirstUpdate + (i * People) + person, FirstUser + person, $"entry {i + 1}");
            await poster.DeliverAsync(update);
            if (duplicates.Contains((person * TextsEach) + i))
            {
                again.Add(poster.DeliverAsync(update));
            }
        }

        await Task.WhenAll(again);
    }

    /// <summary>The same button tapped several times: one effect.</summary>
    private static async Task PressTwiceAsync(IReadOnlyList<Chat> chats, UpdatePoster poster)
    {
        var next = FirstUpdate + (People * TextsEach);
        await Task.WhenAll(chats.Select(chat => poster.DeliverAsync(UpdatePoster.Text(Interlocked.Increment(ref next), chat.UserId, "/start page_"))));
        await Task.WhenAll(chats.Select(async chat =>
        {
            await chat.SeeAsync($"Entries: {TextsEach}");
            var (message, button) = await chat.FindButtonAsync("Add");
            await Task.WhenAll(Enumerable.Range(0, Taps).Select(_ => poster.DeliverAsync(
                UpdatePoster.Press(Interlocked.Increment(ref next), chat.UserId, message, button["callback_data"]!.GetValue<string>()))));
        }));
    }

    private static async Task CheckAsync(Tables tables, IReadOnlyList<Chat> chats)
    {
        Assert.Equal(0, await tables.ReadAsync<long>("select count(*) from core.set_aside"));
        Assert.Equal(People, await tables.ReadAsync<long>("select count(*) from core.companies"));
        string[] expected = [.. Enumerable.Range(1, TextsEach).Select(i => $"entry {i}"), "press"];
        foreach (var chat in chats)
        {
            Assert.Equal(expected, await tables.EntriesAsync(chat.UserId));
            Assert.Equal(expected[..^1], await AnswersAsync(chat));
            Assert.StartsWith($"Entries: {TextsEach + 1}", await chat.LastAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>The entries the bot confirmed, in order; a message that came twice counts once.</summary>
    private static async Task<IEnumerable<string>> AnswersAsync(Chat chat) =>
        (await chat.FromBotAsync()).Select(message => ((string)message["text"]!).Split('\n')[0])
        .Where(line => line.StartsWith("Stored: ", StringComparison.Ordinal)).Select(line => line["Stored: ".Length..]).Distinct();
}
