using System.Text.Json.Serialization;

namespace DrAivBot.Organisation;

/// <summary>Identifies a position of a company.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct PositionId([property: JsonPropertyName("Value")] Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
