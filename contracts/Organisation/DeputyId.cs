namespace DrAivBot.Organisation;

/// <summary>Identifies the naming of a deputy for a position.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct DeputyId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
