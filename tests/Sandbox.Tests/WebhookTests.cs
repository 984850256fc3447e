using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DrAivBot.Sandbox.Tests;

public sealed class WebhookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Updates_come_in_order_with_the_secret_and_fit_the_schema()
    {
        await using var host = await SandboxHost.StartAsync();
        await using var bot = await Receiver.StartAsync(_ => (200, "", 0));
        var answer = await host.CallAsync("setWebhook", new { url = bot.Url, secret_token = "s3cret-_", max_connections = 3 });
        for (var i = 0; i < 20; i++)
        {
            await host.UserAsync("text", new { userId = 5, text = $"{i}" });
        }

        var got = await bot.TakeAsync(20);

        Assert.Equal("Webhook was set", answer["description"]!.GetValue<string>());
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), got.Select(u => u["message"]!["text"]!.GetValue<string>()));
        Assert.All(bot.Secrets, s => Assert.Equal("s3cret-_", s));
        var validator = new SchemaValidator();
        Assert.All(got, u => Assert.Empty(validator.CheckType("Update", u)));
    }

    [Fact]
    public async Task A_press_is_not_held_up_by_a_message_that_is_still_handled()
    {
        await using var host = await SandboxHost.StartAsync();
        var user = await host.PersonAsync();
        var sent = await host.OkAsync("sendMessage", SendTests.WithButton(user, "go"));
        var slow = new TaskCompletionSource();
        await using var bot = await Receiver.StartAsync(
            update => (200, "", 0), update => update["message"] is null ? Task.CompletedTask : slow.Task);
        await host.OkAsync("setWebhook", new { url = bot.Url });
        await host.UserAsync("text", new { userId = user, text = "долго" });
        await host.UserAsync("press", new { userId = user, messageId = sent["message_id"]!.GetValue<long>(), data = "go" });

        var first = await bot.TakeAsync(2);
        Assert.Contains(first, u => u["callback_query"] is not null);
        slow.SetResult();
    }

    [Fact]
    public async Task A_refused_update_is_tried_again_at_once_then_ever_later_and_reported()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await SandboxHost.StartAsync(directory: null, clock);
        var calls = 0;
        await using var bot = await Receiver.StartAsync(_ => (Interlocked.Increment(ref calls) <= 3 ? 500 : 200, "", 0));
        await host.OkAsync("setWebhook", new { url = bot.Url });
        await host.UserAsync("text", new { userId = 5, text = "раз" });

        await bot.TakeAsync(2);
        await UntilAsync(host, info => info["last_error_message"] is not null);
        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", (await host.OkAsync("getWebhookInfo"))["last_error_message"]!.GetValue<string>());
        await AdvanceUntilAsync(clock, () => bot.Count >= 4);
        await UntilAsync(host, info => info["pending_update_count"]!.GetValue<int>() == 0);
        Assert.Equal(4, calls);
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await SandboxHost.StartAsync(directory: null, clock);
        var calls = 0;
        await using var bot = await Receiver.StartAsync(_ => (Interlocked.Increment(ref calls) == 1 ? 429 : 200, "", 40));
        await host.OkAsync("setWebhook", new { url = bot.Url });
        await host.UserAsync("text", new { userId = 5, text = "раз" });
        await bot.TakeAsync(1);
        await UntilAsync(host, info => info["last_error_message"] is not null);

        clock.Advance(TimeSpan.FromSeconds(39));
        await host.UserAsync("text", new { userId = 6, text = "другой чат" });
        await bot.TakeAsync(1);
        Assert.Equal(2, bot.Count);
        await AdvanceUntilAsync(clock, () => bot.Count >= 3);
    }

    [Fact]
    public async Task A_method_in_the_answer_of_a_webhook_is_called()
    {
        await using var host = await SandboxHost.StartAsync();
        await using var bot = await Receiver.StartAsync(_ => (200, """{"method":"sendMessage","chat_id":5,"text":"ответ"}""", 0));
        await host.OkAsync("setWebhook", new { url = bot.Url });
        await host.UserAsync("text", new { userId = 5, text = "вопрос" });
        await bot.TakeAsync(1);
        while ((await host.GetAsync("/sandbox/chats/5/messages"))["messages"]!.AsArray().Count < 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }

    [Theory]
    [InlineData("ftp://x", null, "Bad Request: invalid webhook URL specified")]
    [InlineData("https://example.org/", "a b", "Bad Request: secret token contains unallowed characters")]
    public async Task A_wrong_webhook_is_refused(string url, string? secret_token, string words)
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal(words, await host.RefusedAsync("setWebhook", new { url, secret_token }));
    }

    private static async Task UntilAsync(SandboxHost host, Func<JsonNode, bool> isTrue)
    {
        while (!isTrue(await host.OkAsync("getWebhookInfo")))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }

    private static async Task AdvanceUntilAsync(FakeTimeProvider clock, Func<bool> isTrue)
    {
        while (!isTrue())
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }

    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        private readonly BlockingCollection<JsonNode> updates = [];
        private int count;

        public string Url => app.Urls.First() + "/hook";

        public int Count => count;

        public ConcurrentBag<string> Secrets { get; } = [];

        public static async Task<Receiver> StartAsync(Func<JsonNode, (int Status, string Body, int RetryAfter)> answer, Func<JsonNode, Task>? hold = null)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
            var built = builder.Build();
            var receiver = new Receiver(built);
            built.MapPost("/hook", async (HttpContext context) =>
            {
                var update = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: Cancel))!;
                receiver.Secrets.Add(context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString());
                Interlocked.Increment(ref receiver.count);
                receiver.updates.Add(update, Cancel);
                await (hold?.Invoke(update) ?? Task.CompletedTask);
                var (status, body, retryAfter) = answer(update);
                context.Response.StatusCode = status;
                if (retryAfter > 0 && status != 200)
                {
                    context.Response.Headers.RetryAfter = $"{retryAfter}";
                }

                await context.Response.WriteAsync(body, Cancel);
            });
            await built.StartAsync(Cancel);
            return receiver;
        }

        public async Task<List<JsonNode>> TakeAsync(int number)
        {
            var taken = new List<JsonNode>();
            await Task.Run(
                () =>
                {
                    using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
                    patience.CancelAfter(TimeSpan.FromSeconds(15));
                    while (taken.Count < number)
                    {
                        taken.Add(updates.Take(patience.Token));
                    }
                },
                Cancel);
            return taken;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            updates.Dispose();
        }
    }
}
