using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using DrAivBot.Host.Sandbox;
using DrAivBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>A Bot API server that is not the host's own: it keeps the chats while hosts come and go.</summary>
internal sealed class BotApiServer : IAsyncDisposable
{
    public const string Token = "700002:EndToEndEndToEndEndToEndEndToEnd_A1";

    private readonly TestDirectory _directory;
    private readonly WebApplication _app;

    private BotApiServer(TestDirectory directory, WebApplication app) => (_directory, _app) = (directory, app);

    public Uri Address => new(_app.Urls.First());

    /// <summary>Calls of bots by the name under which the caller knows this server: hosts given different names can be told apart.</summary>
    public ConcurrentDictionary<string, int> CallsByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sends to this chat are refused with these words of Telegram; null refuses nobody.</summary>
    public (long ChatId, string Words)? Refusal { get; set; }

    public static async Task<BotApiServer> StartAsync()
    {
        var directory = new TestDirectory();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.Services.AddSandbox(new SandboxOptions { Directory = directory.Path, HostBotToken = Token });
        var server = new BotApiServer(directory, builder.Build());
        server._app.Use((context, next) =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("/sendMessage", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/editMessageText", StringComparison.OrdinalIgnoreCase))
            {
                server.CallsByName.AddOrUpdate(context.Request.Host.Host, 1, (_, count) => count + 1);
            }

            return next(context);
        });
        server._app.Use(server.RefuseAsync);
        server._app.MapSandbox();
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public Chat ChatWith(long userId, string language = "en") => new(Address, userId, language);

    private async Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        if (Refusal is not { } refusal || !context.Request.Path.Value!.EndsWith("/sendMessage", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        context.Request.Body.Position = 0;
        if (!body.Contains(refusal.ChatId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsJsonAsync(new { ok = false, error_code = 400, description = refusal.Words }, context.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _directory.Dispose();
    }
}
