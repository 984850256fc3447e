namespace DrAivBot.Delivery;

/// <summary>Identifies the message that shows how far a task is. Put it into the job that does the task.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct TaskProgressId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
