using DrAivBot.Host.Metrics;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Delivery;

/// <summary>Tells the operator, in figures and in alerts, what becomes of messages.</summary>
internal sealed class DeliveryReport(HostMetrics metrics, HostCondition condition, OperatorAlerts alerts)
{
    public OperatorAlerts Alerts => alerts;

    /// <summary>Delivery lives.</summary>
    public void Beat() => condition.Beat("delivery");

    /// <summary>One call came to this.</summary>
    public void Note(SendOutcome outcome)
    {
        metrics.Delivered(
            outcome switch
            {
                SendOutcome.Done => DeliveryOutcome.Delivered,
                SendOutcome.Paused => DeliveryOutcome.Paused,
                SendOutcome.Unreachable => DeliveryOutcome.Unreachable,
                SendOutcome.Refused => DeliveryOutcome.SetAside,
                SendOutcome.Unauthorized => DeliveryOutcome.Unauthorized,
                SendOutcome.Failed { IsUncertain: true } => DeliveryOutcome.Uncertain,
                _ => DeliveryOutcome.Failed,
            },
            outcome is SendOutcome.Done ? 1 : 0);
    }

    /// <summary>Telegram refuses the bot's token, or accepts it again.</summary>
    public void NoteToken(bool isRefused)
    {
        condition.TokenIsRefused = isRefused;
        if (isRefused)
        {
            alerts.Raise("core.alert.unauthorized");
        }
    }
}
