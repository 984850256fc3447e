using System.Text.Json.Serialization;

namespace DrAivBot.Organisation;

/// <summary>Identifies a person across companies.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct UserId([property: JsonPropertyName("Value")] Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
