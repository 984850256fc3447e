using DrAivBot.Host.Lanes;

namespace DrAivBot.Host.Notifications;

/// <summary>Runs what feeds the outbox without anybody asking: held notifications, progress, alerts.</summary>
internal sealed class DeliveryService(NotificationRelease release, BulkLane lane, AlertSender alerts, DeliveryUpkeep upkeep) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Together.RunAsync(release.RunAsync(stoppingToken), lane.RunAsync(stoppingToken), alerts.RunAsync(stoppingToken), upkeep.RunAsync(stoppingToken));
}
