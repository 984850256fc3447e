namespace DrAivBot.Organisation;

/// <summary>Identifies a position of a company.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct PositionId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
