using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DrAivBot.Sandbox.Tests;

/// <summary>A host with nothing but the sandbox, on a free port, in a directory of its own.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    public const string Token = "700001:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly WebApplication app;
    private readonly bool ownsDirectory;

    private SandboxHost(WebApplication app, AnswerRecorder recorder, string directory, bool ownsDirectory)
    {
        (this.app, Recorder, Directory, this.ownsDirectory) = (app, recorder, directory, ownsDirectory);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public string Directory { get; }

    public AnswerRecorder Recorder { get; }

    /// <summary>Tests of updates that no schema knows say no.</summary>
    public bool AnswersFollowTheSchema { get; set; } = true;

    public HttpClient Client { get; }

    /// <summary>Whether a poll of the host's own bot waits at the server, and not still on its way.</summary>
    public bool IsPolled
    {
        get
        {
            var bots = app.Services.GetRequiredService<SandboxBots>();
            var bot = bots.Get(bots.HostBotId);
            lock (bot.Gate)
            {
                return bot.Polls.IsHeld;
            }
        }
    }

    public string Url => Client.BaseAddress!.ToString().TrimEnd('/');

    public static Task<SandboxHost> StartAsync() => StartAsync(null, TimeProvider.System);

    public static async Task<SandboxHost> StartAsync(string? directory, TimeProvider clock)
    {
        var kept = directory ?? System.IO.Directory.CreateTempSubdirectory("sandbox").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSandbox(new SandboxOptions { Directory = kept, HostBotToken = Token });
        var built = builder.Build();
        var recorder = new AnswerRecorder();
        built.Use(next => context => recorder.HandleAsync(context, next));
        built.MapSandbox();
        await built.StartAsync(Cancel);
        return new SandboxHost(built, recorder, kept, directory is null);
    }

    /// <summary>Calls a Bot API method with JSON and gives the whole answer.</summary>
    public async Task<JsonObject> CallAsync(string method, object? parameters = null, string token = Token)
    {
        using var response = await Client.PostAsJsonAsync($"/bot{token}/{method}", parameters ?? new { }, Cancel);
        return await ReadAsync(response);
    }

    /// <summary>Calls a Bot API method that has to succeed and gives its result.</summary>
    public async Task<JsonNode> OkAsync(string method, object? parameters = null, string token = Token)
    {
        var answer = await CallAsync(method, parameters, token);
        Assert.True(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return answer["result"]!;
    }

    /// <summary>Calls a Bot API method that has to fail and gives the description.</summary>
    public async Task<string> RefusedAsync(string method, object? parameters = null, string token = Token)
    {
        var answer = await CallAsync(method, parameters, token);
        Assert.False(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return answer["description"]!.GetValue<string>();
    }

    /// <summary>Posts to the user side and expects success.</summary>
    public async Task<JsonObject> UserAsync(string path, object body)
    {
        using var response = await Client.PostAsJsonAsync("/sandbox/" + path, body, Cancel);
        var answer = await ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return answer;
    }

    /// <summary>Posts to the user side and expects a refusal; gives its words.</summary>
    public async Task<string> UserRefusedAsync(string path, object body)
    {
        using var response = await Client.PostAsJsonAsync("/sandbox/" + path, body, Cancel);
        var answer = await ReadAsync(response);
        Assert.Contains((int)response.StatusCode, new[] { 400, 404 });
        return answer["error"]!.GetValue<string>();
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path, Cancel);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
    }

    public async Task<JsonArray> UpdatesAsync(object? parameters = null, string token = Token) =>
        (await OkAsync("getUpdates", parameters, token)).AsArray();

    /// <summary>Registers a user who wrote to the bot once; the update is confirmed.</summary>
    public async Task<long> PersonAsync(long id = 1001)
    {
        await UserAsync("users", new { id, name = "Анна", language = "ru" });
        await UserAsync("start", new { userId = id });
        var updates = await UpdatesAsync();
        await UpdatesAsync(new { offset = updates[^1]!["update_id"]!.GetValue<long>() + 1 });
        return id;
    }

    /// <summary>What Ctrl-C does.</summary>
    public Task StopAsync() => app.StopAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        if (ownsDirectory)
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }

        if (AnswersFollowTheSchema)
        {
            Assert.Empty(Recorder.Violations);
        }
    }

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!.AsObject();
}
