namespace DrAivBot.Organisation;

/// <summary>Identifies an offer of ownership.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct OwnershipOfferId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
