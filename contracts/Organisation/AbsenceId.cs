using System.Text.Json.Serialization;

namespace DrAivBot.Organisation;

/// <summary>Identifies an absence of a member.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct AbsenceId([property: JsonPropertyName("Value")] Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
