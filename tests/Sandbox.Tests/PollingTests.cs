using Microsoft.Extensions.Time.Testing;

namespace DrAivBot.Sandbox.Tests;

public sealed class PollingTests
{
    [Fact]
    public async Task An_unconfirmed_update_comes_again_and_a_confirmed_one_does_not()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.UserAsync("text", new { userId = 5, text = "раз" });
        await host.UserAsync("text", new { userId = 5, text = "два" });

        var first = await host.UpdatesAsync();
        var again = await host.UpdatesAsync(new { limit = "1" });
        var next = await host.UpdatesAsync(new { offset = Id(first[0]!) + 1 });

        Assert.Equal(2, first.Count);
        Assert.Equal(Id(first[0]!), Id(Assert.Single(again)!));
        Assert.Equal("два", Assert.Single(next)!["message"]!["text"]!.GetValue<string>());
        Assert.Empty(await host.UpdatesAsync(new { offset = Id(first[1]!) + 1 }));
        Assert.Empty(await host.UpdatesAsync());
    }

    [Fact]
    public async Task A_negative_offset_forgets_all_but_the_last()
    {
        await using var host = await SandboxHost.StartAsync();
        foreach (var text in new[] { "раз", "два", "три" })
        {
            await host.UserAsync("text", new { userId = 5, text });
        }

        var last = await host.UpdatesAsync(new { offset = -1 });

        Assert.Equal("три", Assert.Single(last)!["message"]!["text"]!.GetValue<string>());
        Assert.Single(await host.UpdatesAsync());
    }

    [Fact]
    public async Task A_waiting_poll_gets_the_update_when_it_happens()
    {
        await using var host = await SandboxHost.StartAsync();
        var waiting = host.UpdatesAsync(new { timeout = 30 });
        await host.UserAsync("text", new { userId = 5, text = "раз" });

        Assert.Single(await waiting.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_second_poller_ends_the_first_with_a_conflict()
    {
        await using var host = await SandboxHost.StartAsync();
        var first = host.CallAsync("getUpdates", new { timeout = 30 });
        var second = Task.FromResult(new System.Text.Json.Nodes.JsonArray());
        while (!first.IsCompleted)
        {
            second = host.UpdatesAsync(new { timeout = 1 });
            await Task.WhenAny(first, second);
        }

        var refused = await first;
        Assert.Empty(await second);
        Assert.Equal(409, refused["error_code"]!.GetValue<int>());
        Assert.Equal(
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            refused["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task Polling_is_refused_while_a_webhook_is_set_and_setting_one_ends_a_poll()
    {
        await using var host = await SandboxHost.StartAsync();
        var waiting = host.CallAsync("getUpdates", new { timeout = 30 });
        while (!waiting.IsCompleted)
        {
            await host.OkAsync("setWebhook", new { url = "http://127.0.0.1:9/" });
            await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        Assert.StartsWith("Conflict: ", (await waiting)["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            await host.RefusedAsync("getUpdates"));
        await host.OkAsync("deleteWebhook");
        Assert.Empty(await host.UpdatesAsync());
    }

    [Fact]
    public async Task Only_the_kinds_a_bot_asked_for_are_kept()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.UpdatesAsync(new { allowed_updates = "[\"callback_query\"]" });
        await host.UserAsync("text", new { userId = 5, text = "не для него" });
        Assert.Empty(await host.UpdatesAsync());

        await host.UpdatesAsync(new { allowed_updates = Array.Empty<string>() });
        await host.UserAsync("text", new { userId = 5, text = "для него" });
        Assert.Single(await host.UpdatesAsync());
    }

    [Fact]
    public async Task A_press_that_nobody_fetched_expires_after_150_seconds_and_a_message_after_a_day()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await SandboxHost.StartAsync(directory: null, clock);
        var user = await host.PersonAsync();
        var sent = await host.OkAsync("sendMessage", SendTests.WithButton(user, "go"));
        await host.UserAsync("press", new { userId = user, messageId = sent["message_id"]!.GetValue<long>(), data = "go" });
        await host.UserAsync("text", new { userId = user, text = "раз" });
        Assert.Equal(2, (await host.UpdatesAsync()).Count);

        clock.Advance(TimeSpan.FromSeconds(151));
        Assert.Single(await host.UpdatesAsync());
        clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await host.UpdatesAsync());
    }

    [Fact]
    public async Task Stopping_the_host_ends_waiting_polls_and_event_streams_at_once()
    {
        var host = await SandboxHost.StartAsync();
        var poll = host.CallAsync("getUpdates", new { timeout = 50 });
        var cancel = TestContext.Current.CancellationToken;
        using var stream = await host.Client.GetAsync("/sandbox/events", HttpCompletionOption.ResponseHeadersRead, cancel);
        Assert.True(SpinWait.SpinUntil(() => host.IsPolled, TimeSpan.FromSeconds(10)));

        var stopping = host.StopAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, cancel);

        Assert.Empty((await poll)["result"]!.AsArray());
        await stream.Content.ReadAsStringAsync(cancel);
        await host.DisposeAsync();
    }

    private static long Id(System.Text.Json.Nodes.JsonNode update) => update["update_id"]!.GetValue<long>();
}
