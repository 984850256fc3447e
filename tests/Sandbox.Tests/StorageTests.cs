using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox;

namespace DrAivBot.Sandbox.Tests;

public sealed class StorageTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("sandbox").FullName;

    [Fact]
    public async Task Chats_updates_presses_and_numbers_go_on_after_a_restart_and_a_torn_line()
    {
        long message_id;
        string query;
        JsonNode lastUpdate;
        await using (var host = await SandboxHost.StartAsync(directory, TimeProvider.System))
        {
            await host.UserAsync("users", new { id = 5, name = "Анна", language = "ru" });
            await host.UserAsync("text", new { userId = 5, text = "раз" });
            message_id = (await host.OkAsync("sendMessage", SendTests.WithButton(5, "go")))["message_id"]!.GetValue<long>();
            await host.OkAsync("setMyCommands", new { commands = new[] { new { command = "start", description = "Начать" } } });
            query = (await host.UserAsync("press", new { userId = 5, messageId = message_id, data = "go" }))["id"]!.GetValue<string>();
            lastUpdate = (await host.UpdatesAsync())[^1]!;
        }

        var journal = Directory.EnumerateFiles(directory, "journal.jsonl", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(journal, """{"k":"chat/5/99","v":{"m":""", TestContext.Current.CancellationToken);
        await using var again = await SandboxHost.StartAsync(directory, TimeProvider.System);

        var updates = await again.UpdatesAsync();
        Assert.Equal(2, updates.Count);
        Assert.Equal(lastUpdate.ToJsonString(), updates[^1]!.ToJsonString());
        await again.OkAsync("answerCallbackQuery", new { callback_query_id = query });
        Assert.Equal("start", (await again.OkAsync("getMyCommands"))[0]!["command"]!.GetValue<string>());
        await again.OkAsync("editMessageText", new { chat_id = 5, message_id, text = "после" });
        var next = await again.UserAsync("text", new { userId = 5, text = "два" });
        Assert.True(next["message_id"]!.GetValue<long>() > message_id);
        Assert.True((await again.UpdatesAsync())[^1]!["update_id"]!.GetValue<long>() > lastUpdate["update_id"]!.GetValue<long>());
        Assert.Equal(3, (await again.GetAsync("/sandbox/chats/5/messages"))["messages"]!.AsArray().Count);
    }

    [Fact]
    public async Task Reset_forgets_the_chats_and_keeps_the_numbers()
    {
        await using var host = await SandboxHost.StartAsync(directory, TimeProvider.System);
        var before = await host.UserAsync("text", new { userId = 5, text = "раз" });
        var update = (await host.UpdatesAsync())[0]!["update_id"]!.GetValue<long>();
        await host.UserAsync("reset", new { });
        Assert.Empty((await host.GetAsync("/sandbox/chats/5/messages"))["messages"]!.AsArray());
        Assert.Equal("Bad Request: chat not found", await host.RefusedAsync("sendMessage", new { chat_id = 5, text = "x" }));
        var after = await host.UserAsync("text", new { userId = 5, text = "раз" });
        Assert.True(after["message_id"]!.GetValue<long>() > before["message_id"]!.GetValue<long>());
        Assert.True((await host.UpdatesAsync())[0]!["update_id"]!.GetValue<long>() > update);
    }

    [Fact]
    public void The_hosts_token_is_made_once_and_mended_when_damaged()
    {
        var first = SandboxToken.ReadOrCreate(directory);
        Assert.Equal(first, SandboxToken.ReadOrCreate(directory));
        foreach (var file in Directory.EnumerateFiles(directory))
        {
            File.WriteAllText(file, "no token");
        }

        Assert.NotEqual(first, SandboxToken.ReadOrCreate(directory));
        Assert.Matches(@"^\d{1,16}:[A-Za-z0-9_-]{30,64}$", SandboxToken.ReadOrCreate(directory));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
