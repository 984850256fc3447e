using System.Net.Http.Json;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>A host with the module that sends whatever delivery can, and a clock of the database that a test turns.</summary>
internal sealed class NoticesStage : IAsyncDisposable
{
    private static readonly HttpClient Http = new();

    private NoticesStage(TestHost host) => Host = host;

    public TestHost Host { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts at noon in Moscow, where the company is.</summary>
    public static async Task<NoticesStage> StartAsync(PostgresFixture postgres, int messagesPerSecond = 0)
    {
        var host = await TestHost.StartAsync(
            postgres,
            new() { Modules = [TestModule.Company, TestModule.Plugin("Notices", "notices")], MessagesPerSecondPerChat = messagesPerSecond },
            Cancellation);
        var stage = new NoticesStage(host);
        await stage.TurnClockAsync("12:00");
        return stage;
    }

    /// <summary>Turns the clock to a time of tomorrow, or of so many days from now.</summary>
    public async Task TurnClockAsync(string time, int days = 1)
    {
        var ahead = await Host.QueryAsync<double>(
            $"select extract(epoch from ((date_trunc('day', now() at time zone 'Europe/Moscow') + time '{time}' + interval '{days} days') at time zone 'Europe/Moscow') - now())::float8");
        await Host.ExecuteAsync(
            $"create or replace function core.clock() returns timestamptz language sql stable parallel safe return now() + interval '{ahead:0} seconds'");
    }

    /// <summary>Somebody who talks to the bot and has joined the owner's company.</summary>
    public async Task<ChatUser> JoinAsync(ChatUser owner, string name)
    {
        var user = await Host.Chat.NewUserAsync(name, "en");
        await user.StartAsync();
        await Host.ExecuteAsync(
            """
            insert into core.members (company_id, user_id, name, joined_at)
            select h.company_id, u.id, u.name, now() from core.users u, core.members h join core.users o on o.id = h.user_id
            where u.telegram_id = $1 and o.telegram_id = $2
            """,
            user.Id,
            owner.Id);
        return user;
    }

    public async Task FaultAsync(object fault)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(Host.Address, "sandbox/faults"), fault, Cancellation);
        Assert.True(answer.IsSuccessStatusCode);
    }

    public async Task BlockAsync(ChatUser user)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(Host.Address, "sandbox/block"), new { userId = user.Id, blocked = true }, Cancellation);
        Assert.True(answer.IsSuccessStatusCode);
    }

    /// <summary>Waits until a chat shows what is wanted.</summary>
    public static async Task SeeAsync(ChatUser user, Func<IReadOnlyList<ChatMessage>, bool> wanted, int seconds = 15)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!wanted(user.Messages))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds), "The chat shows:\n" + string.Join('\n', user.Messages));
            await Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System, Cancellation);
            await user.RefreshAsync();
        }
    }

    public static IReadOnlyList<ChatMessage> With(ChatUser user, string words) =>
        [.. user.Messages.Where(message => message.FromBot && message.Text.Contains(words, StringComparison.Ordinal))];

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
