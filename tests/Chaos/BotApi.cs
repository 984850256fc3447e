using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DrAivBot.Chaos;

/// <summary>A Bot API server that stands under load: it keeps no chats, only tells what was sent.</summary>
internal sealed class BotApi : IAsyncDisposable
{
    public const string Token = "700003:ChaosChaosChaosChaosChaosChaosChaos_";

    private readonly WebApplication _app;
    private readonly Action<string, JsonElement> _called;
    private int _messages;

    private BotApi(WebApplication app, Action<string, JsonElement> called) => (_app, _called) = (app, called);

    public Uri Address => new(_app.Urls.First());

    /// <param name="called">Told every call, the method in small letters, before it is answered.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<BotApi> StartAsync(Action<string, JsonElement> called, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var api = new BotApi(builder.Build(), called);
        api._app.Run(api.AnswerAsync);
        await api._app.StartAsync(cancellationToken);
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var method = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        using var body = context.Request.ContentLength is not 0 && HttpMethods.IsPost(context.Request.Method)
            ? await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted)
            : JsonDocument.Parse("{}");
        _called(method, body.RootElement);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($$"""{"ok":true,"result":{{ResultOf(method, body.RootElement)}}}"""), context.RequestAborted);
    }

    private string ResultOf(string method, JsonElement body) => method switch
    {
        "getme" => """{"id":700003,"is_bot":true,"first_name":"Chaos","username":"chaos_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false}""",
        "getupdates" => "[]",
        "sendmessage" => Message(body, Interlocked.Increment(ref _messages)),
        "editmessagetext" or "editmessagereplymarkup" => Message(body, body.GetProperty("message_id").GetInt32()),
        _ => "true",
    };

    private static string Message(JsonElement body, int id) => new JsonObject
    {
        ["message_id"] = id,
        ["date"] = 1_767_225_600,
        ["chat"] = new JsonObject { ["id"] = ChatOf(body), ["type"] = "private", ["first_name"] = "Person" },
        ["text"] = body.TryGetProperty("text", out var text) ? text.GetString() : "",
    }.ToJsonString();

    /// <summary>The chat of a call; clients write it as a number or as text.</summary>
    public static long ChatOf(JsonElement body) => body.GetProperty("chat_id") is { ValueKind: JsonValueKind.Number } number
        ? number.GetInt64()
        : long.Parse(body.GetProperty("chat_id").GetString()!, CultureInfo.InvariantCulture);
}
