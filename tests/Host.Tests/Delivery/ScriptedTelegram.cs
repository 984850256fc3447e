using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>A Bot API server that does what a test says, and remembers who asked for what and what it did.</summary>
internal sealed class ScriptedTelegram : IAsyncDisposable
{
    private readonly ConcurrentQueue<BotCall> _calls = new();
    private readonly ConcurrentQueue<BotCall> _shown = new();
    private readonly ConcurrentDictionary<long, int> _times = new();
    private WebApplication? _app;
    private int _message;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What becomes of a call; by default it is done.</summary>
    public Func<BotCall, Task<Fate>> Script { get; set; } = _ => Task.FromResult(Fate.Done);

    public IReadOnlyList<BotCall> Calls => [.. _calls];

    /// <summary>Messages that stand in chats, in the order they came.</summary>
    public IReadOnlyList<BotCall> Shown => [.. _shown];

    /// <summary>Listens where it did before.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Address.Port));
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = new(_app.Urls.First());
    }

    /// <summary>Refuses connections from now on.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.DisposeAsync();
        }
    }

    public IEnumerable<string> In(long chat) => Shown.Where(call => call.ChatId == chat).Select(call => call.Text);

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var text = await body.ReadToEndAsync(CancellationToken.None);
        var fields = text.Length == 0 ? [] : (JsonObject)JsonNode.Parse(text)!;
        var chat = (long?)fields["chat_id"] ?? 0;
        var call = new BotCall(
            context.Request.Path.Value!.Split('/')[^1], chat, (string?)fields["text"] ?? "", _times.AddOrUpdate(chat, 1, (_, times) => times + 1), TimeProvider.System.GetTimestamp());
        _calls.Enqueue(call);
        var fate = await Script(call);
        if (fate.Code == 200 && call.Method == "sendMessage")
        {
            _shown.Enqueue(call);
        }

        if (fate.IsLost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = fate.Code;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Describe(fate, call).ToJsonString(), CancellationToken.None);
    }

    private JsonObject Describe(Fate fate, BotCall call)
    {
        if (fate.Code != 200)
        {
            var refusal = new JsonObject { ["ok"] = false, ["error_code"] = fate.Code, ["description"] = fate.Description };
            if (fate.RetryAfter > 0)
            {
                refusal["parameters"] = new JsonObject { ["retry_after"] = fate.RetryAfter };
            }

            return refusal;
        }

        JsonNode result = call.Method == "getMe"
            ? new JsonObject { ["id"] = 77, ["is_bot"] = true, ["first_name"] = "Bot", ["username"] = "a_bot" }
            : new JsonObject
            {
                ["message_id"] = Interlocked.Increment(ref _message),
                ["date"] = 1_700_000_000,
                ["chat"] = new JsonObject { ["id"] = call.ChatId, ["type"] = "private" },
                ["text"] = call.Text,
            };
        return new() { ["ok"] = true, ["result"] = result };
    }
}

/// <summary>A call the bot made.</summary>
/// <param name="Method">Its method.</param>
/// <param name="ChatId">0 when it names no chat.</param>
/// <param name="Text">Empty when it has none.</param>
/// <param name="Time">1 for the chat's first call.</param>
/// <param name="At">Timestamp of the system's clock.</param>
internal sealed record BotCall(string Method, long ChatId, string Text, int Time, long At);

/// <summary>What becomes of a call.</summary>
internal sealed record Fate(int Code, string Description = "", int RetryAfter = 0)
{
    public static Fate Done { get; } = new(200);

    /// <summary>Done, and the connection breaks before the answer.</summary>
    public static Fate AnswerLost { get; } = new(200) { IsLost = true };

    public bool IsLost { get; private init; }
}
