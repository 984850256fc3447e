using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Updates;

/// <summary>An update that is not stored yet: whoever brought it waits, and may acknowledge it only when it is safe.</summary>
internal sealed class FreshUpdate(RawUpdate update)
{
    private readonly TaskCompletionSource _safe = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RawUpdate Update => update;

    /// <summary>Ends when the update may be acknowledged, and fails when it must not be.</summary>
    public Task Safe => _safe.Task;

    /// <summary>What goes back with the acknowledgement; null for nothing.</summary>
    public WebhookReply? Reply { get; set; }

    /// <summary>Whether it was decided on.</summary>
    public bool IsSettled => _safe.Task.IsCompleted;

    /// <summary>Its effect, or it itself, is committed.</summary>
    public void Settle() => _safe.TrySetResult();

    /// <summary>Nothing of it was kept; whoever brought it has to bring it again.</summary>
    public void Refuse(Exception reason)
    {
        if (_safe.TrySetException(reason))
        {
            // Whoever waited may have hung up.
            _ = _safe.Task.Exception;
        }
    }
}
