using System.Text.Json.Serialization;

namespace DrAivBot.Organisation;

/// <summary>
/// Event of the core: somebody holds a position for good from now on, by appointment, replacement, invitation or transfer of
/// ownership. Holdings for the time being are not told. Handled like an event of a module; events about one position come
/// in order.
/// </summary>
public sealed record PositionAssigned
{
    /// <summary>Its name.</summary>
    public const string EventName = "core.position_assigned";

    /// <summary>The version that this record is of.</summary>
    public const int EventVersion = 1;

    /// <summary>The position.</summary>
    [JsonPropertyName("position")]
    public required PositionId Position { get; init; }

    /// <summary>Who holds it now.</summary>
    [JsonPropertyName("user")]
    public required UserId User { get; init; }

    /// <summary>Who held it for good until this moment; null when it was vacant. No <see cref="PositionFreed"/> tells it again.</summary>
    [JsonPropertyName("former_holder")]
    public UserId? FormerHolder { get; init; }
}
