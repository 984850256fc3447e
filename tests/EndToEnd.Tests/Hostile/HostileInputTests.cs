using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Updates;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests.Hostile;

/// <summary>Ten thousand posts that Telegram would never send, through the real webhook into a real host.</summary>
public sealed partial class HostileInputTests(PostgresFixture postgres)
{
    private const int Posts = 10_000;
    private const int People = 150;
    private const int Posters = 8;
    private const long FirstPerson = 6_000;

    private const string SetAside = """
        select coalesce(string_agg(distinct concat_ws(' ', kind, route, error, left(payload, 300)), E'\n'), '') from core.set_aside
        """;

    private const string Left = """
        select format('Inbox: %s; outbox: %s',
            (select string_agg(left(i::text, 300), E'\n') from core.inbox i), (select string_agg(left(o::text, 300), E'\n') from core.outbox o))
        """;

    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(10);

    private static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("DRAIVBOT_HOSTILE_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & 0xFFFFFF;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_hostile_updates_crash_nothing_stick_nowhere_and_break_no_message()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed} (DRAIVBOT_HOSTILE_SEED repeats it)");
        await using var api = await StrictBotApi.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule), ("echo", Repository.EchoModule));
        await using var host = await HostProcess.StartAsync(directory, Settings.Webhook(api.Address, database.ConnectionString, FreePort.Find()));
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        long[] people = [.. Enumerable.Range(0, People).Select(i => FirstPerson + i)];
        var updates = new HostileUpdates(Seed, people, api.ButtonOfSomebody);

        var wrong = await StormAsync(client, api.Webhook!, updates);
        await tables.SettleAsync(TimeSpan.FromSeconds(120));
        await EverybodyIsAnsweredAsync(client, api, updates, tables, [.. people, FirstPerson - 1]);

        Assert.False(host.HasExited, host.Output);
        Assert.Multiple(
            () => Assert.Empty(wrong),
            () => Assert.Empty(api.Faults),
            () => CheckEchoes(api, updates),
            () => Assert.DoesNotContain(HostileText.Canary, host.Output, StringComparison.OrdinalIgnoreCase),
            () => Assert.Equal("", string.Join("\n", Error().Matches(host.Output).Select(error => error.Value).Distinct())));
        Assert.Equal("", await tables.ReadAsync<string>(SetAside));
    }

    /// <summary>Gives the answers that no host should have given.</summary>
    private static async Task<ConcurrentBag<string>> StormAsync(HttpClient client, Uri webhook, HostileUpdates updates)
    {
        var (gate, posted, wrong) = (new Lock(), 0, new ConcurrentBag<string>());
        await Task.WhenAll(Enumerable.Range(0, Posters).Select(async _ =>
        {
            while (true)
            {
                IReadOnlyList<HostilePost> posts;
                lock (gate)
                {
                    if (posted >= Posts)
                    {
                        return;
                    }

                    posts = updates.Next();
                    posted += posts.Count;
                }

                foreach (var post in posts)
                {
                    var status = await PostAsync(client, webhook, post);
                    if (!post.Expected.Contains(status))
                    {
                        wrong.Add($"{status} to {post.Kind}: {System.Text.Encoding.UTF8.GetString(post.Body.AsSpan(0, Math.Min(300, post.Body.Length)))}");
                    }
                }
            }
        }));
        return wrong;
    }

    private static async Task<int> PostAsync(HttpClient client, Uri webhook, HostilePost post)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(post.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (post.Secret is { } secret)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var response = await client.SendAsync(request, Cancel);
        return (int)response.StatusCode;
    }

    /// <summary>Afterwards everybody, hostile or not, gets an answer to /start at once.</summary>
    private static async Task EverybodyIsAnsweredAsync(HttpClient client, StrictBotApi api, HostileUpdates updates, Tables tables, IReadOnlyList<long> people)
    {
        var before = api.Shown.Count;
        var began = Stopwatch.GetTimestamp();
        foreach (var person in people)
        {
            Assert.Equal(200, await PostAsync(client, api.Webhook!, updates.Plain(person, "/start")));
        }

        await Until.TrueAsync(
            () => Task.FromResult(Silent().Count == 0),
            Prompt,
            async () => $"everybody was answered; silent: {string.Join(", ", Silent())}. {await tables.ReadAsync<string>(Left)}");
        List<long> Silent() => [.. people.Except(api.Shown.Skip(before).Select(shown => shown.Chat))];

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{people.Count} people answered within {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {api.Shown.Count} messages checked"));
    }

    /// <summary>What the echo showed is what was typed, and the name is the person's; too long a text is refused or cut.</summary>
    private static void CheckEchoes(StrictBotApi api, HostileUpdates updates)
    {
        var byChat = api.Shown.ToLookup(shown => shown.Chat, shown => shown.Text);
        var compared = 0;
        foreach (var (mark, (person, name, typed)) in updates.Echoes)
        {
            if (byChat[person].FirstOrDefault(text => text.StartsWith(mark + " ", StringComparison.Ordinal)) is not { } shown)
            {
                continue;
            }

            compared++;
            var text = TypedText.Clean(typed, multiLine: true);
            var expected = $"{text}\n{UserTable.Clean(name)}".Trim();
            if (expected.Length > 4000 && shown.EndsWith('…'))
            {
                Assert.StartsWith(shown[..^1].TrimEnd(), expected, StringComparison.Ordinal);
            }
            else
            {
                Assert.StartsWith(text, shown, StringComparison.Ordinal);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} of {updates.Echoes.Count} echoes compared");
        Assert.True(compared > updates.Echoes.Count / 4, $"Only {compared} of {updates.Echoes.Count} texts came back.");
    }

    /// <summary>An error of the log with the two lines that explain it.</summary>
    [GeneratedRegex(@"(?<= error )[^\n]*\n[^\n]*\n[^\n]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Error();
}
