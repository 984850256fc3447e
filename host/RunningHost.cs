using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Database.Cluster;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Logging;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Operator;
using DrAivBot.Host.Sandbox;
using DrAivBot.Host.Updates;
using DrAivBot.Host.Work;
using Microsoft.AspNetCore.Hosting.Server;

namespace DrAivBot.Host;

/// <summary>The host from start to stop: its database, its modules and its web server, in this order, and back.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly HostLog _log;
    private readonly EmbeddedCluster? _cluster;
    private readonly DatabaseAccess _database;
    private readonly WebApplication _app;
    private readonly OperatorServer _operator;
    private readonly HostSettings _settings;

    private RunningHost(
        HostSettings settings, HostLog log, EmbeddedCluster? cluster, DatabaseAccess database, WebApplication app, OperatorServer operatorServer) =>
        (_settings, _log, _cluster, _database, _app, _operator) = (settings, log, cluster, database, app, operatorServer);

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the web server listens, as the machine itself reaches it.</summary>
    public Uri Address => ListeningAddress.Find(_app.Services.GetRequiredService<IServer>());

    /// <summary>Where metrics and health are; null when they are off.</summary>
    public Uri? OperatorAddress => _operator.Address;

    public int ExitCode => Fault is null ? _app.Services.GetRequiredService<FatalStop>().ExitCode : ExitCodes.Software;

    /// <summary>Why the host stopped by itself; null when it was told to.</summary>
    public string? FatalReason => Fault is { } fault
        ? $"The bot stopped because of a fault in the host: {ExceptionWords.Describe(fault)}"
        : _app.Services.GetRequiredService<FatalStop>().Reason;

    private AggregateException? Fault => _app.Services.GetRequiredService<BotService>().ExecuteTask?.Exception;

    /// <summary>What the operator sees when everything runs: the modules and where to go.</summary>
    public string Greeting
    {
        get
        {
            var report = "\n" + StartupReport.Render(_app.Services.GetRequiredService<ModuleCatalogue>().Statuses) + "\n";
            return _settings.Telegram.UsesSandbox
                ? $"{report}No token is set, so the bot talks to the built-in stand-in for Telegram. Open it in a browser:\n\n    {new Uri(Address, "sandbox")}\n\nCtrl-C stops everything; data stays in {_settings.Host.DataDirectory}.\n"
                : $"{report}The bot runs. Ctrl-C stops everything; data stays in {_settings.Host.DataDirectory}.\n";
        }
    }

    /// <summary>Starts everything, or nothing.</summary>
    /// <exception cref="HostStartException">Why it could not, and what to do.</exception>
    public static async Task<RunningHost> StartAsync(
        HostSettings settings, PluginsFile plugins, HostOverrides overrides, CancellationToken cancellationToken)
    {
        var log = OpenLog(settings, overrides);
        EmbeddedCluster? cluster = null;
        DatabaseAccess? database = null;
        WebApplication? app = null;
        OperatorServer? operatorServer = null;
        try
        {
            UnusedSettings.Tell(settings, log.Loggers.CreateLogger<RunningHost>());
            cluster = await DatabaseStart.StartClusterAsync(settings, overrides, log.Loggers, cancellationToken);
            database = await DatabaseStart.ConnectAsync(settings, cluster, overrides.Time, log.Loggers, cancellationToken);
            var start = await StartingPoint.ReadAsync(settings, database, log.Loggers, cancellationToken);
            app = Composition.Build(settings, plugins, overrides, log, database, start);
            operatorServer = await OperatorServer.StartAsync(app.Services, settings.Operator, log, cancellationToken);
            await app.Services.GetRequiredService<ModuleCatalogue>().LoadAllAsync(cancellationToken);
            await app.Services.GetRequiredService<JobService>().PrepareAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
            AlertToModulesOff(app.Services);
            return new(settings, log, cluster, database, app, operatorServer);
        }
        catch (Exception failure)
        {
            await ReleaseAsync(operatorServer, app, database, cluster, log);
            throw StartFailure.Explain(failure);
        }
    }

    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await ReleaseAsync(_operator, _app, _database, _cluster, _log);
    }

    private static void AlertToModulesOff(IServiceProvider services)
    {
        var alerts = services.GetRequiredService<OperatorAlerts>();
        foreach (var status in services.GetRequiredService<ModuleCatalogue>().Statuses.Where(status => status.State is not (ModuleState.Active or ModuleState.Disabled)))
        {
            alerts.Raise("core.alert.module_off", ("module", status.Id));
        }
    }

    private static HostLog OpenLog(HostSettings settings, HostOverrides overrides)
    {
        try
        {
            Directory.CreateDirectory(settings.Host.DataDirectory);
            var token = settings.Telegram.Token ?? SandboxToken.ReadOrCreate(settings.Host.SandboxDirectory);
            return HostLog.Create(settings, token, overrides.LogToConsole);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HostStartException(
                ExitCodes.Unavailable,
                $"The data directory {settings.Host.DataDirectory} cannot be used: {failure.Message} Let the user the host runs as write there, or set Host__DataDirectory to another place.",
                failure);
        }
    }

    private static async Task ReleaseAsync(
        OperatorServer? operatorServer, WebApplication? app, DatabaseAccess? database, EmbeddedCluster? cluster, HostLog log)
    {
        if (operatorServer is not null)
        {
            await operatorServer.DisposeAsync();
        }

        if (app is not null)
        {
            await app.Services.GetRequiredService<ModuleCatalogue>().DisposeAsync();
            await app.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        if (cluster is not null)
        {
            await cluster.StopAsync();
        }

        log.Dispose();
    }
}
