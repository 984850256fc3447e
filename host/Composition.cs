using DrAivBot.Assistant;
using DrAivBot.Files;
using DrAivBot.Host.Assistant;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Events;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Live;
using DrAivBot.Host.Logging;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Bulkheads;
using DrAivBot.Host.Modules.Gate;
using DrAivBot.Host.Notifications;
using DrAivBot.Host.Operator;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Privacy;
using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Host.Sandbox;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Threads;
using DrAivBot.Host.Updates;
using DrAivBot.Host.Work;
using DrAivBot.Reports;
using DrAivBot.Routing;
using Microsoft.AspNetCore.Hosting.Server;
using Telegram.Bot;

namespace DrAivBot.Host;

/// <summary>Every service of the host, grouped as the folders are.</summary>
internal static class Composition
{
    public static WebApplication Build(
        HostSettings settings,
        PluginsFile plugins,
        HostOverrides overrides,
        HostLog log,
        DatabaseAccess database,
        StartingPoint start)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "DrAivBot.Host", ContentRootPath = settings.Host.DataDirectory });
        builder.Configuration.AddConfiguration(overrides.Configuration);
        builder.WebHost.UseKestrel(server => server.AddServerHeader = false);
        builder.WebHost.UseUrls(Addresses(overrides));
        builder.Services.AddRoutingCore();
        log.Configure(builder.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddSingleton(settings).AddSingleton(settings.Telegram).AddSingleton(overrides.Time).AddSingleton(database);
        builder.Services.AddSingleton<FatalStop>();
        builder.Services.AddMetrics().AddSingleton<RecentTurns>().AddSingleton<HostMetrics>().AddSingleton<DatabaseTime>().AddSingleton<TurnWatch>().AddSingleton<HostCondition>();
        builder.Services.AddSingleton<StoredFigures>().AddSingleton<ModuleFigures>().AddSingleton<Health>().AddSingleton<Readiness>();

        Traces.Add(builder.Services, settings.Operator);
        var token = settings.Telegram.Token ?? SandboxToken.ReadOrCreate(settings.Host.SandboxDirectory);
        AddTelegram(builder.Services, token);
        AddModules(builder.Services, settings, plugins, start);
        AddNotifications(builder.Services);
        AddJobs(builder.Services, settings);
        AddUpdates(builder.Services, start.Key);
        if (settings.Telegram.UsesSandbox)
        {
            builder.Services.AddSandbox(new() { Directory = settings.Host.SandboxDirectory, HostBotToken = token });
        }

        var app = builder.Build();
        MapAddresses(app, settings);
        return app;
    }

    private static string[] Addresses(HostOverrides overrides) =>
        (overrides.Configuration["ASPNETCORE_URLS"] ?? overrides.Configuration["urls"] ?? overrides.DefaultUrls)
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void AddTelegram(IServiceCollection services, string token)
    {
        services.AddSingleton(new BotIdentity(TelegramConnection.IdOf(token)));
        services.AddSingleton<ITelegramBotClient>(host => TelegramConnection.Connect(
            host.GetRequiredService<TelegramSettings>(), token, host.GetRequiredService<IServer>()));
        services.AddSingleton<BotSetup>().AddSingleton<BotDoor>().AddSingleton<UpdateFetch>().AddSingleton<FileFetch>();
        services.AddSingleton<OutboxTable>().AddSingleton<OutboxNotes>().AddSingleton<DeliveryDesk>().AddSingleton<OutboxPump>();
        services.AddSingleton<OperatorAlerts>().AddSingleton<FileTable>().AddSingleton<ChatPace>().AddSingleton<DeliveryReport>().AddSingleton<OutboxWatch>();
        services.AddSingleton<TokenGate>().AddSingleton<MessageSender>().AddSingleton<MessageDelivery>().AddSingleton<OutboxDispatcher>();
    }

    private static void AddModules(IServiceCollection services, HostSettings settings, PluginsFile plugins, StartingPoint start)
    {
        services.AddSingleton(plugins).AddSingleton(start.Overrides).AddSingleton(start.CoreTexts).AddSingleton(OrgBoard.Load()).AddSingleton<DialogEngine>();
        services.AddSingleton(settings.Assistant).AddSingleton<AssistantParts>().AddSingleton<ProviderLine>().AddSingleton<AssistantService>();
        services.AddSingleton(_ => new BoardFonts()).AddSingleton<ReportService>();
        services.AddSingleton(host => new SharedServices(new Dictionary<Type, object>
        {
            [typeof(IReports)] = host.GetRequiredService<ReportService>(),
            [typeof(IQrCodes)] = host.GetRequiredService<QrCodes>(),
            [typeof(IDeepLinks)] = host.GetRequiredService<DeepLinks>(),
            [typeof(IIncomingFiles)] = host.GetRequiredService<FileFetch>(),
            [typeof(IAssistant)] = host.GetRequiredService<AssistantService>(),
        }));
        services.AddSingleton<ModuleContainer>().AddSingleton<ModuleRegistrar>().AddSingleton<ModuleLoader>().AddSingleton<Action<LoadedModule>>(_ => DialogEngine.VerifyAll).AddSingleton<ModuleGate>();
        services.AddSingleton(start.Contracts).AddSingleton(new TrustedKeys(settings.Modules.TrustedKeys));
        services.AddSingleton(host => new ModuleStore(settings.Host.DataDirectory, host.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MigrationRunner>();
        services.AddSingleton(host => host.GetRequiredService<ModuleRegistrar>().Register(
            new CoreModule(host.GetRequiredService<TextCatalogue>(), host), CoreModule.Id, ModuleSettings.None, "host", loader: null));
        services.AddSingleton<Func<MigrationTarget, CancellationToken, Task>>(host => host.GetRequiredService<MigrationRunner>().MigrateAsync);
        services.AddSingleton(new BulkheadLimits(Turns: Math.Max(2, settings.Database.MaxPoolSize / 4))).AddSingleton<ModuleBulkheads>();
        services.AddSingleton<ModuleCatalogue>().AddSingleton(settings.Host);
        services.AddSingleton<ModuleNews>().AddSingleton<ModuleReload>().AddSingleton<ModuleDesk>().AddSingleton<ModulePages>().AddHostedService<PluginsWatch>();
    }

    private static void AddJobs(IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<JobSignal>().AddSingleton<JobClaims>().AddSingleton<JobSchedules>().AddSingleton<DeadJobs>().AddSingleton<EventHandlers>();
        services.AddTransient<JobLoop>().AddSingleton<JobLoops>();
        services.AddSingleton(host => new BackgroundThreads("jobs", BackgroundThreads.Half, host.GetRequiredService<JobPlaces>().Long));
        services.AddSingleton(new JobPlaces(Short: Math.Max(1, settings.Database.MaxPoolSize / 6), Long: Math.Max(8, settings.Database.MaxPoolSize)));
        services.AddSingleton<ErasureNotice>().AddSingleton<KeptFiles>().AddSingleton<PrivacyParts>();
        services.AddSingleton<DeepLinks>().AddSingleton<QrCodes>().AddSingleton<OrganisationParts>().AddSingleton<CoreServices>().AddSingleton<JobConnections>().AddSingleton<JobScopes>().AddSingleton<JobRunner>().AddSingleton<JobService>();
    }

    private static void AddUpdates(IServiceCollection services, SealKey key)
    {
        services.AddSingleton(new CallbackSeal(key.Value));
        services.AddSingleton<TurnOpening>().AddSingleton<TurnClosing>().AddSingleton<TurnParts>().AddSingleton<ScreenWriter>();
        services.AddSingleton<FlightJournal>().AddSingleton<HandlerWatch>().AddSingleton<TurnGuards>().AddSingleton<TurnHandlers>();
        services.AddSingleton<FailedTurns>().AddSingleton<TurnStorage>().AddSingleton<TurnRunner>().AddSingleton<WakeUp>().AddSingleton<UpdateLanes>().AddSingleton<UpdateIntake>();
        services.AddSingleton<BotIntroduction>().AddSingleton<BotLoops>().AddSingleton<PollingIntake>().AddSingleton<WebhookIntake>().AddSingleton<SessionCleaner>();
        services.AddSingleton<BotService>().AddHostedService(host => host.GetRequiredService<BotService>()).AddHostedService<DrainFirst>();
    }

    private static void AddNotifications(IServiceCollection services)
    {
        services.AddSingleton<MessageWriter>().AddSingleton<NotificationTable>().AddSingleton<NotificationParts>().AddSingleton<DigestWriter>();
        services.AddSingleton<NotificationRelease>().AddSingleton<BulkLane>().AddSingleton<AlertSender>().AddSingleton<DeliveryUpkeep>();
        services.AddHostedService<DeliveryService>();
    }

    private static void MapAddresses(WebApplication app, HostSettings settings)
    {
        app.UseRouting();
        if (settings.Telegram.Mode == UpdateMode.Webhook)
        {
            var webhook = app.Services.GetRequiredService<WebhookIntake>();
            app.MapPost(webhook.Path, (HttpRequest request, CancellationToken cancellationToken) => webhook.AcceptAsync(request, cancellationToken));
        }

        if (settings.Telegram.UsesSandbox)
        {
            app.MapSandbox();
        }

        app.UseEndpoints(_ => { });
    }
}
