using System.Net;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The host pointed at a Bot API server that is not its own.</summary>
public sealed class OtherBotApiServerTests(PostgresFixture postgres)
{
    private const long MegaByte = 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_company_is_registered_over_long_polling()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule));
        await using var host = await HostProcess.StartAsync(directory, Settings.Polling(api.Address, database, FreePort.Find()));

        await Registration.InEnglishAsync(api.ChatWith(7001), "North Wind");

        Assert.DoesNotContain(BotApiServer.Token, host.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await host.StopAsync()).Code);
    }

    [Fact]
    public async Task A_company_is_registered_over_a_webhook_and_strangers_and_nonsense_are_refused()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule));
        await Chat.PostAsync(api.Address, "faults", new { kind = "5xx", method = "setWebhook", times = 1 });
        await using var host = await HostProcess.StartAsync(directory, Settings.Webhook(api.Address, database.ConnectionString, FreePort.Find()));

        await Registration.InEnglishAsync(api.ChatWith(7002), "South Wind");

        var webhook = await UpdatePoster.FindWebhookAsync(api.Address);
        using var poster = new UpdatePoster([webhook]);
        var seen = await tables.ReadAsync<long>("select count(*) from core.seen");
        await RefuseAsync(poster);
        Assert.Equal(seen, await tables.ReadAsync<long>("select count(*) from core.seen"));
        await SurviveAsync(poster, tables);

        await Registration.InEnglishAsync(api.ChatWith(7003), "West Wind");
        Assert.Equal(0, await tables.ReadAsync<long>("select count(*) from core.set_aside where kind = 'delivery'"));
        Assert.DoesNotContain(Settings.WebhookSecret, host.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await host.StopAsync()).Code);
    }

    private static async Task RefuseAsync(UpdatePoster poster)
    {
        var good = UpdatePoster.Text(2_100_000_001, 7002, "/start");
        Assert.Equal(HttpStatusCode.Unauthorized, await poster.PostAsync(good, secret: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await poster.PostAsync(good, secret: Settings.WebhookSecret + "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await poster.PostAsync("{", secret: "wrong"));
        foreach (var nonsense in new[] { "", "{", "[]", "null", "1", "\"text\"", "{}", "{\"update_id\":\"1\"}", "{\"update_id\":1e99}", "{\"update_id\":1,}", "{\"update_id\":1}{" })
        {
            Assert.True(await poster.PostAsync(nonsense) == HttpStatusCode.BadRequest, $"«{nonsense}» is not refused.");
        }

        var large = UpdatePoster.Text(2_100_000_002, 7002, new string('x', (int)(5 * MegaByte)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await poster.PostAsync(large));
    }

    /// <summary>Updates no Telegram sends are taken, and neither stop the host nor stay in the way.</summary>
    private static async Task SurviveAsync(UpdatePoster poster, Tables tables)
    {
        var id = 2_110_000_000L;
        string[] hostile =
        [
            "",
            ",\"message\":null",
            ",\"message\":5",
            ",\"message\":{}",
            ",\"message\":{\"from\":{\"id\":7002},\"text\":5}",
            ",\"message\":{\"message_id\":1,\"date\":\"never\",\"from\":{\"id\":7002},\"chat\":{\"id\":7002,\"type\":\"private\"}}",
            ",\"message\":{\"message_id\":1,\"date\":1,\"from\":{\"id\":7002,\"is_bot\":false,\"first_name\":\"\\ud800\"},\"chat\":{\"id\":7002,\"type\":\"private\"},\"text\":\"\\u0000\\udfff\"}",
            ",\"message\":{\"message_id\":1,\"date\":1,\"from\":{\"id\":7002,\"is_bot\":false,\"first_name\":\"\"},\"chat\":{\"id\":7002,\"type\":\"moon\"},\"text\":\"hi\"}",
            ",\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":7002,\"is_bot\":false,\"first_name\":\"P\"},\"data\":\"forged\"}",
            ",\"callback_query\":{\"id\":5,\"from\":{\"id\":\"7002\"}}",
            ",\"tea_party\":{\"from\":{\"id\":7002},\"cups\":[1,2,3]}",
            ",\"message\":" + string.Concat(Enumerable.Repeat("{\"reply_to_message\":", 40)) + "{}" + new string('}', 40),
        ];
        foreach (var update in hostile.Append(UpdateText(id, new string('ы', (int)MegaByte / 2))))
        {
            Assert.True(await poster.PostAsync($"{{\"update_id\":{++id}{update}}}") == HttpStatusCode.OK, $"«{update}» is not taken.");
        }

        await tables.SettleAsync(TimeSpan.FromSeconds(20));
    }

    private static string UpdateText(long id, string text) =>
        "," + UpdatePoster.Text(id, 7002, text)[1..^1].Split(",\"update_id\"")[0];
}
