using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DrAivBot.Testing;

/// <summary>What a <see cref="FakeAssistantServer"/> answers.</summary>
public sealed record FakeAssistantReply
{
    private readonly Func<HttpContext, Task> _write;

    private FakeAssistantReply(Func<HttpContext, Task> write) => _write = write;

    /// <summary>How long it waits before. None by default.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>An answer of the model: JSON that may or may not keep to the schema, or anything else it might write.</summary>
    /// <param name="content">What the model wrote.</param>
    /// <param name="finish">Why it stopped: <c>stop</c>, or <c>length</c> when it was cut off.</param>
    /// <returns>The reply.</returns>
    public static FakeAssistantReply Json(string content, string finish = "stop") => Raw(new JsonObject
    {
        ["id"] = "chatcmpl-fake",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "fake-model",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 20, ["total_tokens"] = 120 },
    }.ToJsonString());

    /// <summary>A body as it is, with status 200: JSON that breaks off, or no JSON at all.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The reply.</returns>
    public static FakeAssistantReply Raw(string body) => new(context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    });

    /// <summary>A failure of the provider.</summary>
    /// <param name="status">The HTTP status, for example 429 or 500.</param>
    /// <param name="retryAfter">When to come again, in whole seconds; null says nothing of it.</param>
    /// <returns>The reply.</returns>
    public static FakeAssistantReply Status(int status, TimeSpan? retryAfter = null) => new(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is { } time)
        {
            context.Response.Headers.RetryAfter = time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsync("""{"error":{"message":"fake failure","type":"fake"}}""", context.RequestAborted);
    });

    /// <summary>A connection that is cut after the first bytes of an answer.</summary>
    /// <returns>The reply.</returns>
    public static FakeAssistantReply Cut() => new(async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("""{"id":"chatcmpl""", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    });

    /// <summary>An answer without end, sent as fast as it is taken, or a little at a time.</summary>
    /// <param name="pause">Between its pieces; null for none.</param>
    /// <returns>The reply.</returns>
    public static FakeAssistantReply Endless(TimeSpan? pause = null) => new(async context =>
    {
        context.Response.ContentType = "application/json";
        var piece = new string(' ', 4096);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(piece, context.RequestAborted);
            await Task.Delay(pause ?? TimeSpan.Zero, TimeProvider.System, context.RequestAborted);
        }
    });

    /// <summary>No answer until the host gives up.</summary>
    /// <returns>The reply.</returns>
    public static FakeAssistantReply Silence() => new(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

    internal async Task WriteAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Delay, TimeProvider.System, context.RequestAborted);
            await _write(context);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
    }
}
