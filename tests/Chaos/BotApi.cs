using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace DrAivBot.Chaos;

/// <summary>A Bot API server that stands under load: it keeps no chats, only tells what was sent.</summary>
internal sealed class BotApi : IAsyncDisposable
{
    public const string Token = "700003:ChaosChaosChaosChaosChaosChaosChaos_";

    private readonly WebApplication _app;
    private readonly Action<string, JsonElement> _called;
    private readonly int? _messagesPerSecond;
    private readonly Queue<long> _taken = new();
    private int _messages;

    private BotApi(WebApplication app, Action<string, JsonElement> called, int? messagesPerSecond) => (_app, _called, _messagesPerSecond) = (app, called, messagesPerSecond);

    public Uri Address => new(_app.Urls.First());

    /// <param name="called">Told every call, the method in small letters, before it is answered.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static Task<BotApi> StartAsync(Action<string, JsonElement> called, CancellationToken cancellationToken) =>
        StartAsync(called, messagesPerSecond: null, cancellationToken);

    /// <summary>One that takes no more messages a second than Telegram does, and refuses the others as Telegram does, untold.</summary>
    public static async Task<BotApi> StartAsync(Action<string, JsonElement> called, int? messagesPerSecond, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var api = new BotApi(builder.Build(), called, messagesPerSecond);
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
        using var body = await ReadAsync(context.Request, context.RequestAborted);
        if (method == "sendmessage" && !Takes())
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            await context.Response.WriteAsJsonAsync(
                new { ok = false, error_code = 429, description = "Too Many Requests: retry after 1", parameters = new { retry_after = 1 } }, context.RequestAborted);
            return;
        }

        _called(method, body.RootElement);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($$"""{"ok":true,"result":{{ResultOf(method, body.RootElement)}}}"""), context.RequestAborted);
    }

    /// <summary>The arguments of a call; of an upload what is beside its files.</summary>
    private static async Task<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.GetMultipartBoundary() is { Length: > 0 } boundary)
        {
            // A form read as a whole would put its files on the disk.
            var (reader, fields) = (new MultipartReader(boundary, request.Body), new Dictionary<string, string>(StringComparer.Ordinal));
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFormDataSection() is { } field)
                {
                    fields[field.Name] = await field.GetValueAsync(cancellationToken);
                }
            }

            return JsonSerializer.SerializeToDocument(fields);
        }

        return request.ContentLength is not 0 && HttpMethods.IsPost(request.Method)
            ? await JsonDocument.ParseAsync(request.Body, default, cancellationToken)
            : JsonDocument.Parse("{}");
    }

    /// <summary>Whether it is not too many in the last second.</summary>
    private bool Takes()
    {
        if (_messagesPerSecond is not { } most)
        {
            return true;
        }

        lock (_taken)
        {
            while (_taken.TryPeek(out var oldest) && Stopwatch.GetElapsedTime(oldest) > TimeSpan.FromSeconds(1))
            {
                _taken.Dequeue();
            }

            if (_taken.Count >= most)
            {
                return false;
            }

            _taken.Enqueue(Stopwatch.GetTimestamp());
            return true;
        }
    }

    private string ResultOf(string method, JsonElement body) => method switch
    {
        "getme" => """{"id":700003,"is_bot":true,"first_name":"Chaos","username":"chaos_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false}""",
        "getupdates" => "[]",
        "sendmessage" => Message(body, Interlocked.Increment(ref _messages)),
        "senddocument" => Message(body, Interlocked.Increment(ref _messages), Document),
        "sendphoto" => Message(body, Interlocked.Increment(ref _messages), Photo),
        "sendmediagroup" => $"[{Message(body, Interlocked.Increment(ref _messages), Photo)},{Message(body, Interlocked.Increment(ref _messages), Photo)}]",
        "editmessagetext" or "editmessagereplymarkup" => Message(body, body.GetProperty("message_id").GetInt32()),
        _ => "true",
    };

    private static string Message(JsonElement body, int id, Action<JsonObject, int>? attach = null)
    {
        var message = Plain(body, id);
        attach?.Invoke(message, id);
        return message.ToJsonString();
    }

    private static void Document(JsonObject message, int id) =>
        message["document"] = new JsonObject { ["file_id"] = $"document-{id}", ["file_unique_id"] = $"d{id}", ["file_name"] = "file" };

    private static void Photo(JsonObject message, int id) =>
        message["photo"] = new JsonArray(new JsonObject { ["file_id"] = $"photo-{id}", ["file_unique_id"] = $"p{id}", ["width"] = 1, ["height"] = 1 });

    private static JsonObject Plain(JsonElement body, int id) => new()
    {
        ["message_id"] = id,
        ["date"] = 1_767_225_600,
        ["chat"] = new JsonObject { ["id"] = ChatOf(body), ["type"] = "private", ["first_name"] = "Person" },
        ["text"] = body.TryGetProperty("text", out var text) ? text.GetString() : "",
    };

    /// <summary>The chat of a call; clients write it as a number or as text.</summary>
    public static long ChatOf(JsonElement body) => body.GetProperty("chat_id") is { ValueKind: JsonValueKind.Number } number
        ? number.GetInt64()
        : long.Parse(body.GetProperty("chat_id").GetString()!, CultureInfo.InvariantCulture);
}
