using DrAivBot.Host.Sandbox.Methods;

namespace DrAivBot.Host.Sandbox;

/// <summary>Runs a sender for every bot, from its first appearance to the end of the host.</summary>
internal sealed class WebhookDelivery(
    SandboxBots bots, BotApiMethods methods, TimeProvider clock, ILogger<WebhookSender> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = 100 })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var senders = new Dictionary<long, Task>();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var changed = bots.Changed.Next;
                foreach (var bot in bots.All.Where(b => !senders.ContainsKey(b.Id)).ToArray())
                {
                    senders[bot.Id] = new WebhookSender(bot, client, methods, clock, logger).RunAsync(stoppingToken);
                }

                await changed.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(senders.Values);
        }
    }
}
