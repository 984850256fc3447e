using System.Diagnostics.Metrics;
using System.Net.Sockets;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Logging;
using DrAivBot.Host.Metrics;
using Microsoft.AspNetCore.Hosting.Server;
using OpenTelemetry.Metrics;

namespace DrAivBot.Host.Operator;

/// <summary>
/// A web server of its own for whoever runs the host: /metrics, /healthz, /readyz and /modules. Apart from the public one, so that
/// no header a stranger sends can lead there, and so that it answers while the other is not up yet, or full, or closing.
/// </summary>
internal sealed partial class OperatorServer : IAsyncDisposable
{
    private readonly WebApplication? _app;
    private readonly string _dataDirectory;
    private readonly HostKey? _key;

    private OperatorServer(WebApplication? app, string token, string dataDirectory)
    {
        (_app, _dataDirectory) = (app, dataDirectory);
        _key = Address is { } address ? new(address, token) : null;
    }

    /// <summary>Where it listens; null when it does not.</summary>
    public Uri? Address => _app is null ? null : ListeningAddress.Find(_app.Services.GetRequiredService<IServer>());

    /// <param name="services">The host's, which the pages tell about.</param>
    /// <param name="settings">Where to listen.</param>
    /// <param name="log">Where to log.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="OperatorAddressException">It cannot listen where it was told to.</exception>
    public static async Task<OperatorServer> StartAsync(
        IServiceProvider services, OperatorSettings settings, HostLog log, CancellationToken cancellationToken)
    {
        if (settings.Urls.Count == 0)
        {
            return new(null, "", "");
        }

        var token = HostKey.NewToken();
        var logger = log.Loggers.CreateLogger<OperatorServer>();
        var app = Build(services, settings, log, token);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            await app.DisposeAsync();
            if (!settings.IsDefault)
            {
                throw new OperatorAddressException(settings.Urls, taken);
            }

            LogTaken(logger, string.Join(", ", settings.Urls), taken.Message);
            return new(null, "", "");
        }

        var server = new OperatorServer(app, token, services.GetRequiredService<DirectorySettings>().DataDirectory);
        await server.PublishAsync(cancellationToken);
        LogListening(logger, server.Address);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            _key?.Remove(_dataDirectory);
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
    }

    /// <summary>Lays down the key for those who may tell this host what to do.</summary>
    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _key!.WriteAsync(_dataDirectory, cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(IServiceProvider services, OperatorSettings settings, HostLog log, string token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "DrAivBot.Host" });
        builder.WebHost.UseKestrel(server => server.AddServerHeader = false);
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        log.Configure(builder.Logging);
        AddMetrics(builder.Services, services.GetRequiredService<IMeterFactory>());
        var app = builder.Build();
        Map(app, services, token);
        return app;
    }

    /// <summary>
    /// Only the host's own instruments and the runtime's: those of the web server carry paths, and the webhook's path
    /// follows from its secret; those of the driver carry the address of the database.
    /// </summary>
    private static void AddMetrics(IServiceCollection services, IMeterFactory own) => services.AddOpenTelemetry()
        .ConfigureResource(Traces.Describe)
        .WithMetrics(metrics => metrics
            .AddMeter(HostMetrics.MeterName, "System.Runtime")
            // A test process runs several hosts, and each shall show its own figures.
            .AddView(instrument => instrument.Meter.Name == HostMetrics.MeterName && instrument.Meter.Scope != own ? MetricStreamConfiguration.Drop : null)
            .AddPrometheusExporter(options => options.ScopeInfoEnabled = false));

    private static void Map(WebApplication app, IServiceProvider services, string token)
    {
        var (figures, health, readiness) = (services.GetRequiredService<StoredFigures>(), services.GetRequiredService<Health>(), services.GetRequiredService<Readiness>());
        services.GetRequiredService<ModuleFigures>();
        var modules = services.GetRequiredService<ModulePages>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/metrics")
            {
                await figures.RefreshAsync(context.RequestAborted);
            }

            await next(context);
        });
        app.UseOpenTelemetryPrometheusScrapingEndpoint();
        app.Run(async context =>
        {
            switch (context.Request.Path.Value)
            {
                case "/healthz":
                    await CheckAnswer.WriteAsync(context, "healthy", "unhealthy", health.Look());
                    break;
                case "/readyz":
                    await CheckAnswer.WriteAsync(context, "ready", "not ready", await readiness.LookAsync(context.RequestAborted));
                    break;
                case var _ when await modules.TryAnswerAsync(context, token):
                    break;
                default:
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    break;
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Metrics and health are at {Address}metrics, healthz and readyz")]
    private static partial void LogListening(ILogger logger, Uri? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metrics and health are not served: {Urls} cannot be listened on ({Reason}). Perhaps another host of this machine does; set Operator__Urls to an address of this host's own, or to off")]
    private static partial void LogTaken(ILogger logger, string urls, string reason);
}

/// <summary>The address somebody chose for the operator's pages cannot be used.</summary>
internal sealed class OperatorAddressException(IReadOnlyList<string> urls, Exception cause) : Exception(
    $"Operator__Urls names {string.Join(", ", urls)}, and it cannot be listened on: {cause.Message} Stop what listens there, or set another address, port 0 for any free one, or off.",
    cause);
