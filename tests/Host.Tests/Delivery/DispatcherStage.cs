using DrAivBot.Host.Configuration;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Telegram;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>Delivery by itself, between a database of its own and a Telegram that does what a test says.</summary>
internal sealed class DispatcherStage : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly CancellationTokenSource _stop = new();
    private readonly OutboxDispatcher _dispatcher;
    private readonly MessageDelivery _delivery;
    private readonly Task _running;

    private DispatcherStage(OutboxStage outbox, ScriptedTelegram telegram, int messagesPerSecond)
    {
        (Outbox, Telegram) = (outbox, telegram);
        var settings = new TelegramSettings { MessagesPerSecondPerChat = messagesPerSecond, AlertChat = 1 };
        Alerts = new(settings, TimeProvider.System);
        var door = new BotDoor(new TelegramBotClient(new TelegramBotClientOptions("77:token", telegram.Address.GetLeftPart(UriPartial.Authority)) { RetryCount = 0 }));
        var report = new DeliveryReport(new HostMetrics(_services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), new RecentTurns(TimeProvider.System)), Condition, Alerts);
        var gate = new TokenGate(door, report, Time, NullLogger<TokenGate>.Instance);
        var pace = new ChatPace(settings, Time);
        var table = new OutboxTable(outbox.Access, outbox.Bot);
        var desk = new DeliveryDesk(TimeProvider.System);
        _delivery = new(desk, pace, new(door, new(outbox.Access)), gate, report, Time, NullLogger<MessageDelivery>.Instance);
        _dispatcher = new(
            new(outbox.Access, table, new(outbox.Bot), desk, gate, TimeProvider.System, NullLogger<OutboxPump>.Instance),
            new(table, desk, pace, report, TimeProvider.System, NullLogger<OutboxWatch>.Instance),
            gate,
            desk,
            _delivery,
            NullLogger<OutboxDispatcher>.Instance);
        _running = _dispatcher.RunAsync(_stop.Token, CancellationToken.None);
    }

    public OutboxStage Outbox { get; }

    public ScriptedTelegram Telegram { get; }

    public HostCondition Condition { get; } = new();

    public OperatorAlerts Alerts { get; }

    /// <summary>The clock of the pace and of looking at a refused token. Claims and pauses follow the database's.</summary>
    public FakeTimeProvider Time { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DispatcherStage> StartAsync(PostgresFixture postgres, int messagesPerSecond = 0)
    {
        var telegram = new ScriptedTelegram();
        await telegram.StartAsync();
        return new(await OutboxStage.OpenAsync(postgres), telegram, messagesPerSecond);
    }

    public static NewMessage New(long chat, string text, MessageClass kind = MessageClass.Answer) =>
        new(chat, new() { Screen = new() { Html = text, IsNotice = true } }, kind);

    /// <summary>Commits messages as turns do, and hands them over.</summary>
    public async Task SendAsync(params NewMessage[] messages) => _dispatcher.Accept(await Outbox.InsertAsync(messages));

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what, int seconds = 20)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(seconds), $"Not within {seconds} s: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        }
    }

    public static Task UntilAsync(Func<bool> isSo, string what, int seconds = 20) => UntilAsync(() => Task.FromResult(isSo()), what, seconds);

    /// <summary>Waits until nothing is left to send.</summary>
    public Task SettleAsync() => UntilAsync(async () => await Outbox.AskAsync<long>("select count(*) from core.outbox") == 0, "the outbox is empty");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await Telegram.DisposeAsync();
        await Outbox.DisposeAsync();
        await _services.DisposeAsync();
        _delivery.Dispose();
        _stop.Dispose();
    }
}
