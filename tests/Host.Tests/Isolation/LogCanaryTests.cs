using System.Net.Http.Json;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Isolation;

/// <summary>Secrets and words of people, planted wherever they can go, in a run full of failures: none of them is in the log.</summary>
public sealed class LogCanaryTests(PostgresFixture postgres)
{
    private const string Secret = "CanarySecret-0123456789abcdef";
    private const string Person = "КанарейкаИмя";
    private const string Company = "КанарейкаКомпания";
    private const string Words = "КанарейкаСлова";
    private const string Note = "КанарейкаЗаметка";
    private const string Link = "inv_CanaryInvitation0123456789";

    [Fact]
    public async Task Nothing_that_was_said_and_no_secret_is_logged()
    {
        await using var host = await TestHost.StartAsync(
            postgres,
            new()
            {
                Modules = [TestModule.Company, TestModule.Plugin("Notes", "notes"), TestModule.Plugin("ThrowsInHandler", "throws_handler")],
                WebhookSecret = Secret,
            },
            TestContext.Current.CancellationToken);
        var anna = await host.Chat.NewOwnerAsync(Person, "ru", Company);
        await anna.SayAsync(Words);
        await anna.StartAsync(Link);
        await anna.SayAsync("/notes");
        await anna.PressAsync("Новая");
        await anna.SayAsync(Note);
        await anna.SendFileAsync("document", Words + ".txt", new byte[] { 1, 2, 3 }, Words);
        await anna.PressDataAsync("CanaryCallbackData");
        await FailAsync(host, anna);

        var log = await host.ReadLogAsync();
        Assert.Contains("was set aside", log, StringComparison.Ordinal);
        Assert.Contains("did not get through", log, StringComparison.Ordinal);
        Assert.Contains("asks to pause", log, StringComparison.Ordinal);
        Assert.Contains("without the right secret was refused", log, StringComparison.Ordinal);
        var token = (await File.ReadAllTextAsync(Path.Combine(host.DataDirectory, "sandbox", "host-bot"), TestContext.Current.CancellationToken)).Trim();
        string[] canaries =
        [
            token, token.Split(':')[1], Secret, Person, Company, Words, Note, Link, Link[4..], "CanaryCallbackData", "CanaryForgedSecret",
            "the handler exploded", host.ConnectionString, $"{anna.Id}", "callback_query",
        ];
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, log, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task FailAsync(TestHost host, ChatUser anna)
    {
        using var http = new HttpClient();
        await ForgeAsync(http, host, "{\"update_id\":1,\"text\":\"" + Words + "\"}");
        await http.PostAsJsonAsync(new Uri(host.Address, "sandbox/faults"), new { kind = "5xx", times = 2 }, TestContext.Current.CancellationToken);
        await anna.SayAsync(Words);
        await http.PostAsJsonAsync(new Uri(host.Address, "sandbox/faults"), new { kind = "429", method = "sendMessage", times = 1, retryAfter = 1 }, TestContext.Current.CancellationToken);
        await anna.SayAsync(Words);
        await http.PostAsJsonAsync(new Uri(host.Address, "sandbox/faults"), new { kind = "drop", times = 2 }, TestContext.Current.CancellationToken);
        await anna.SayAsync(Words);
        await anna.SayAsync("/explode");
        await anna.PressAsync("Explode");
        await host.RestartAsync();
        await anna.SayAsync(Words);
    }

    /// <summary>A stranger finds the webhook and guesses its secret.</summary>
    private static async Task ForgeAsync(HttpClient http, TestHost host, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, WebhookPath(host)));
        request.Content = new StringContent(body);
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", "CanaryForgedSecret");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)answer.StatusCode);
    }

    private static string WebhookPath(TestHost host) =>
        ((Host.Updates.WebhookIntake)host.Services.GetService(typeof(Host.Updates.WebhookIntake))!).Path;
}
