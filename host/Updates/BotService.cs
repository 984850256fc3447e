using DrAivBot.Host.Configuration;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>Runs the bot once the web server listens: introduces it to Telegram, then takes in, answers and delivers until the host stops.</summary>
internal sealed partial class BotService(
    HostSettings settings,
    IHostApplicationLifetime lifetime,
    BotSetup setup,
    ModuleCatalogue catalogue,
    TextCatalogue coreTexts,
    UpdateIntake intake,
    UpdateLanes lanes,
    TurnRunner turns,
    OutboxDispatcher outbox,
    PollingIntake polling,
    WebhookIntake webhook,
    SessionCleaner cleaner,
    FatalStop fatal,
    TimeProvider time,
    ILogger<BotService> logger) : BackgroundService
{
    /// <summary>How long turns and deliveries under way may take to finish when the host stops.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(25);

    private static readonly string[] OwnCommands = ["start", "menu", "language", "help", "cancel"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Fetching ends as soon as the stop begins, before the web server (and the sandbox in it) goes away.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, time, lifetime.ApplicationStarted), Task.Delay(Timeout.InfiniteTimeSpan, time, stop.Token));
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            await setup.IntroduceAsync(stop.Token);
            await ShowCommandsAsync(stop.Token);
            await RunAsync(stop.Token);
        }
        catch (Exception refused) when (refused is TokenRefusedException or WebhookRefusedException)
        {
            fatal.Stop(ExitCodes.Configuration, refused.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped before it began.
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        using var abort = new CancellationTokenSource();
        await using var drain = stopping.Register(() =>
        {
            webhook.IsClosed = true;
            abort.CancelAfter(DrainTime);
        });
        var concurrency = Math.Max(1, settings.Database.MaxPoolSize / 2);
        var running = new List<Task>
        {
            intake.RunAsync(stopping),
            lanes.RunAsync(concurrency, turns.RunNextAsync, stopping, abort.Token),
            outbox.RunAsync(stopping, abort.Token),
            cleaner.RunAsync(stopping),
        };
        if (settings.Telegram.Mode == UpdateMode.Webhook)
        {
            await setup.UseWebhookAsync(settings.Telegram, webhook.Path, stopping);
        }
        else
        {
            running.Add(polling.RunAsync(stopping));
        }

        LogRunning(settings.Telegram.Mode);
        await Together.RunAsync(running);
        LogStopped();
    }

    private async Task ShowCommandsAsync(CancellationToken cancellationToken)
    {
        foreach (var language in Language.All)
        {
            var core = new ModuleText(coreTexts, coreTexts, language);
            var commands = OwnCommands.Select(name => (name, core.Get($"core.command.{name}")))
                .Concat(catalogue.Routes.Commands.Select(command =>
                    (command.Name, new ModuleText(command.Route.Module.Texts, coreTexts, language).Get(command.DescriptionKey))))
                .ToList();
            await setup.ShowCommandsAsync(language == Language.English ? null : language.Code, commands, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot answers; updates come by {Mode}")]
    private partial void LogRunning(UpdateMode mode);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot has stopped; what was under way is finished, what waits is stored")]
    private partial void LogStopped();
}
