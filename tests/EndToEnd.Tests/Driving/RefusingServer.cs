using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>A Bot API server that knows no bot.</summary>
internal sealed class RefusingServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RefusingServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<RefusingServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new RefusingServer(builder.Build());
        server._app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", context.RequestAborted);
        });
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
