using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>Many at the same thing at the same moment, through two hosts on one database.</summary>
public sealed class RaceTests(PostgresFixture postgres)
{
    private const int Racers = 8;
    private const int Rounds = 25;
    private const int Taps = 20;
    private const long FirstUpdate = 2_000_000_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_racers_with_one_update_leave_one_effect_and_twenty_presses_of_one_button_too()
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
        using var poster = new UpdatePoster([.. ports.Select(port => new Uri($"http://127.0.0.1:{port}{path}"))]);
        var chat = api.ChatWith(7801);
        await chat.EnterAsync();
        await chat.StartAsync("journal_");
        await chat.SeeAsync("What comes next?");

        for (var round = 1; round <= Rounds; round++)
        {
            var update = UpdatePoster.Text(FirstUpdate + round, chat.UserId, $"entry {round}");
            await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => poster.DeliverAsync(update)));
        }

        await tables.SettleAsync(TimeSpan.FromSeconds(60));
        string[] entries = [.. Enumerable.Range(1, Rounds).Select(round => $"entry {round}")];
        Assert.Equal(entries, await tables.EntriesAsync(chat.UserId));

        await poster.DeliverAsync(UpdatePoster.Text(FirstUpdate + Rounds + 1, chat.UserId, "/start page_"));
        await chat.SeeAsync($"Entries: {Rounds}");
        var (message, button) = await chat.FindButtonAsync("Add");
        var data = button["callback_data"]!.GetValue<string>();
        await Task.WhenAll(Enumerable.Range(0, Taps).Select(tap =>
            poster.DeliverAsync(UpdatePoster.Press(FirstUpdate + Rounds + 2 + tap, chat.UserId, message, data))));
        await tables.SettleAsync(TimeSpan.FromSeconds(60));

        Assert.Equal([.. entries, "press"], await tables.EntriesAsync(chat.UserId));
        Assert.Equal(0, await tables.ReadAsync<long>("select count(*) from core.set_aside"));
        await chat.SeeAsync($"Entries: {Rounds + 1}");
    }
}
