using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>Runs the bot once the web server listens: introduces it to Telegram, then takes in, answers and delivers until the host stops.</summary>
internal sealed partial class BotService(
    HostSettings settings,
    IHostApplicationLifetime lifetime,
    BotIntroduction introduction,
    BotLoops loops,
    FatalStop fatal,
    HostCondition condition,
    TimeProvider time,
    ILogger<BotService> logger) : BackgroundService
{
    /// <summary>How long turns and deliveries under way may take to finish when the host stops.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan AwayPause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Fetching ends as soon as the stop begins, before the web server (and the sandbox in it) goes away.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, time, lifetime.ApplicationStarted), Task.Delay(Timeout.InfiniteTimeSpan, time, stop.Token));
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            await introduction.IntroduceAsync(stop.Token);
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
            condition.TakesUpdates = false;
            loops.Webhook.IsClosed = true;
            abort.CancelAfter(DrainTime);
        });
        await MarkSuspectsAsync(stopping);
        var running = new List<Task>
        {
            loops.Intake.RunAsync(stopping),
            loops.WakeUp.RunAsync(stopping),
            RunTurnsAsync(stopping, abort.Token),
            loops.Outbox.RunAsync(stopping, abort.Token),
            loops.Jobs.RunAsync(stopping, abort.Token),
        };
        if (settings.Telegram.Mode == UpdateMode.Webhook)
        {
            await introduction.UseWebhookAsync(loops.Webhook.Path, stopping);
        }
        else
        {
            running.Add(loops.Polling.RunAsync(stopping));
        }

        condition.TakesUpdates = true;
        LogRunning(settings.Telegram.Mode);
        await Together.RunAsync(running);
        LogStopped();
    }

    private async Task RunTurnsAsync(CancellationToken stopping, CancellationToken abort)
    {
        var most = Math.Max(1, settings.Database.MaxPoolSize / 2);
        var limits = new LaneLimits { Slots = 1, Most = most, Group = Math.Min(32, FlightJournal.MaxGroup) };
        await loops.Lanes.RunAsync(limits, loops.Turns.RunAsync, stopping, abort);
        loops.Intake.RefuseWaiting();
    }

    /// <summary>Turns must not begin before the suspects are known; a database that is away is waited for.</summary>
    private async Task MarkSuspectsAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await loops.Journal.MarkSuspectsAsync(stopping);
                return;
            }
            catch (NpgsqlException away) when (DatabaseAccess.IsAway(away))
            {
                LogAway(away.GetType().Name);
                await Task.Delay(AwayPause, time, stopping);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error}); updates wait")]
    private partial void LogAway(string error);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot answers; updates come by {Mode}")]
    private partial void LogRunning(UpdateMode mode);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot has stopped; what was under way is finished, what waits is stored")]
    private partial void LogStopped();
}
