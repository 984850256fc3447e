using System.Collections.Concurrent;
using System.Net;
using DrAivBot.Host.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DrAivBot.Testing;

/// <summary>
/// A stand-in for the provider of the language model, on a free port of this machine, spoken to over real HTTP. It answers
/// what the test says, keeps what was sent, and can fail in every way a provider does.
/// <code>
/// await using var assistant = await FakeAssistantServer.StartAsync(cancellationToken);
/// assistant.Answer = call => call.Number == 1 ? FakeAssistantReply.Status(500) : FakeAssistantReply.Json("""{"text":"Good."}""");
/// await using var host = await TestHost.StartAsync(postgres, new() { Modules = […], Assistant = assistant }, cancellationToken);
/// </code>
/// </summary>
public sealed class FakeAssistantServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FakeAssistantCall> _calls = new();
    private int _number;

    private FakeAssistantServer(WebApplication app) => _app = app;

    /// <summary>What a host is given as <c>OpenAI__BaseUrl</c>.</summary>
    public Uri Address => new(new Uri(_app.Urls.First()), "/v1");

    /// <summary>What a host is given as <c>OpenAI__ApiKey</c>; calls with another are refused with 401. May be changed.</summary>
    public string Key { get; set; } = "sk-fake-assistant-0123456789";

    /// <summary>What a host is given as <c>OpenAI__Model</c>.</summary>
    public string Model { get; init; } = "fake-model";

    /// <summary>What it answers; may be called by several threads. By default it fails with 500, so that a test that forgot it sees no answer.</summary>
    public Func<FakeAssistantCall, FakeAssistantReply> Answer { get; set; } = _ => FakeAssistantReply.Status(StatusCodes.Status500InternalServerError);

    /// <summary>What was sent so far, in order, calls with a wrong key included.</summary>
    public IReadOnlyList<FakeAssistantCall> Calls => [.. _calls];

    /// <summary>Everything that was sent so far in one text: to be searched for what must not leave.</summary>
    public string Sent => string.Join('\n', _calls.Select(call => call.Instructions + "\n" + string.Join('\n', call.Messages) + "\n" + call.Body));

    /// <summary>Starts a server.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The server, listening.</returns>
    public static async Task<FakeAssistantServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        var server = new FakeAssistantServer(builder.Build());
        server._app.Run(server.ReplyAsync);
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal AssistantSettings SettingsFor(int reportsPerMonth) => new()
    {
        ApiKey = Key,
        BaseUrl = Address,
        Model = Model,
        ReportsPerMonth = reportsPerMonth,
        RetryDelay = TimeSpan.FromMilliseconds(10),
    };

    private async Task ReplyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var call = FakeAssistantCall.Read(Interlocked.Increment(ref _number), body);
        _calls.Enqueue(call);
        var reply = context.Request.Path != "/v1/chat/completions" ? FakeAssistantReply.Status(StatusCodes.Status404NotFound)
            : context.Request.Headers.Authorization != $"Bearer {Key}" ? FakeAssistantReply.Status(StatusCodes.Status401Unauthorized)
            : Answer(call);
        await reply.WriteAsync(context);
    }
}
