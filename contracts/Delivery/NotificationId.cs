namespace DrAivBot.Delivery;

/// <summary>Identifies one notification, however many people it went to.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct NotificationId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
