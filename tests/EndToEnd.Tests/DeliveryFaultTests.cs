using System.Diagnostics;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>Telegram slow, refusing and breaking off: everything arrives, state changes once, others are not held up.</summary>
public sealed class DeliveryFaultTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_telegram_does_everything_arrives_and_takes_effect_once()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var directory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        await using var host = await HostProcess.StartAsync(directory, Settings.Polling(api.Address, database, FreePort.Find()));
        var (hit, other) = (api.ChatWith(7301), api.ChatWith(7302));
        await OpenAsync(hit);
        await OpenAsync(other);

        await PauseOneChatAsync(api, hit, other);
        await BreakSendingAsync(api, hit);
        await BreakEditingAsync(api, hit, tables);
        await BlockAsync(api, tables, other);

        await tables.SettleAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["held", "dropped", "5xx", "delay", "lost_answer", "press", "press", "press"], await tables.EntriesAsync(hit.UserId));
        Assert.Equal(["meanwhile", "after the block"], await tables.EntriesAsync(other.UserId));
        Assert.Equal(0, await tables.ReadAsync<long>("select count(*) from core.set_aside"));
        Assert.DoesNotContain("error", host.Output, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task OpenAsync(Chat chat)
    {
        await chat.EnterAsync();
        await chat.StartAsync("journal_");
        await chat.SeeAsync("What comes next?");
    }

    /// <summary>429 on one chat: it waits as long as asked, the other goes on.</summary>
    private static async Task PauseOneChatAsync(BotApiServer api, Chat hit, Chat other)
    {
        await FaultAsync(api, new { kind = "429", method = "sendMessage", chatId = hit.UserId, times = 1, retryAfter = 4 });
        var began = Stopwatch.GetTimestamp();
        await hit.WriteAsync("held");
        await other.WriteAsync("meanwhile");
        await other.SeeAsync("Stored: meanwhile", Prompt);
        Assert.DoesNotContain("held", await hit.LastAsync(), StringComparison.Ordinal);
        await hit.SeeAsync("Stored: held");
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 4, 10);
    }

    private static async Task BreakSendingAsync(BotApiServer api, Chat hit)
    {
        await FaultAsync(api, new { kind = "drop", method = "sendMessage", times = 1 });
        await hit.WriteAsync("dropped");
        await hit.SeeAsync("Stored: dropped");
        await FaultAsync(api, new { kind = "5xx", method = "sendMessage", times = 2 });
        await hit.WriteAsync("5xx");
        await hit.SeeAsync("Stored: 5xx");
        await FaultAsync(api, new { kind = "delay", method = "sendMessage", times = 1, delayMs = 8_000 });
        await hit.WriteAsync("delay");
        await hit.SeeAsync("Stored: delay");
        Assert.Equal(1, await CountAsync(hit, "Stored: delay"));
        await FaultAsync(api, new { kind = "lost_answer", method = "sendMessage", times = 1 });
        await hit.WriteAsync("lost_answer");
        await hit.SeeAsync("Stored: lost_answer");
        await Until.TrueAsync(async () => await CountAsync(hit, "Stored: lost_answer") == 2, TimeSpan.FromSeconds(10), () => Task.FromResult("it was sent again"));
    }

    /// <summary>An edit whose answer is lost is made again, which changes nothing: «message is not modified» is success.</summary>
    private static async Task BreakEditingAsync(BotApiServer api, Chat hit, Tables tables)
    {
        await hit.StartAsync("page_");
        await hit.SeeAsync("Entries: 5");
        await tables.SettleAsync(TimeSpan.FromSeconds(20));
        var before = (await hit.FromBotAsync()).Count;
        var entries = 5;
        foreach (var kind in new[] { "lost_answer", "drop", "5xx" })
        {
            await FaultAsync(api, new { kind, method = "editMessageText", times = 1 });
            await hit.PressAsync("Add");
            await hit.SeeAsync($"Entries: {++entries}");
            await tables.SettleAsync(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(before, (await hit.FromBotAsync()).Count);
    }

    /// <summary>Who blocked the bot is remembered as unreachable, holds nobody up, and is answered again after the return.</summary>
    private static async Task BlockAsync(BotApiServer api, Tables tables, Chat other)
    {
        var leaving = api.ChatWith(7303);
        await leaving.EnterAsync();
        await FaultAsync(api, new { kind = "5xx", method = "sendMessage", chatId = leaving.UserId, times = 1 });
        await leaving.StartAsync("journal_");
        await leaving.BlockAsync();
        await other.WriteAsync("after the block");
        await other.SeeAsync("Stored: after the block", Prompt);
        await Until.TrueAsync(
            async () => await tables.ReadAsync<long>("select count(*) from core.users where telegram_id = 7303 and unreachable_at is not null") == 1,
            TimeSpan.FromSeconds(10),
            () => Task.FromResult("the person counts as unreachable"));

        await leaving.StartAsync();
        await leaving.SeeButtonAsync("Language");
    }

    private static Task FaultAsync(BotApiServer api, object fault) => Chat.PostAsync(api.Address, "faults", fault);

    private static async Task<int> CountAsync(Chat chat, string words) =>
        (await chat.FromBotAsync()).Count(message => ((string)message["text"]!).Contains(words, StringComparison.Ordinal));
}
