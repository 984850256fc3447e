namespace DrAivBot.Host.Sandbox.State;

/// <summary>The last failed delivery, as getWebhookInfo reports it.</summary>
internal sealed class WebhookTrouble
{
    public DateTimeOffset? At { get; private set; }

    public string? Message { get; private set; }

    public void Report(DateTimeOffset at, string message) => (At, Message) = (at, message);

    public void Clear() => (At, Message) = (null, null);
}
