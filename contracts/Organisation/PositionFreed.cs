using System.Text.Json.Serialization;

namespace DrAivBot.Organisation;

/// <summary>
/// Event of the core: a position that somebody held for good is vacant from now on. Handled like an event of a module;
/// events about one position come in order.
/// </summary>
public sealed record PositionFreed
{
    /// <summary>Its name.</summary>
    public const string EventName = "core.position_freed";

    /// <summary>The version that this record is of.</summary>
    public const int EventVersion = 1;

    /// <summary>The position.</summary>
    [JsonPropertyName("position")]
    public required PositionId Position { get; init; }

    /// <summary>Who held it.</summary>
    [JsonPropertyName("former_holder")]
    public required UserId FormerHolder { get; init; }
}
