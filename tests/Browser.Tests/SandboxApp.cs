using System.Net;
using DrAivBot.Host.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DrAivBot.Browser.Tests;

/// <summary>The sandbox on a free port of this machine; it can be stopped and started again on the same port.</summary>
public sealed class SandboxApp : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("sandbox-page").FullName;
    private WebApplication? app;

    public int Port { get; private set; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    public string HostBotToken => SandboxToken.ReadOrCreate(directory);

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port));
        // Event streams never end by themselves; a test does not wait for them.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.Services.AddSandbox(new SandboxOptions { Directory = directory, HostBotToken = HostBotToken });
        app = builder.Build();
        app.MapSandbox();
        await app.StartAsync(TestContext.Current.CancellationToken);
        Port = new Uri(app.Urls.First()).Port;
    }

    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            app = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(directory, recursive: true);
    }
}
