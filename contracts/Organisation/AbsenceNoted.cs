using System.Text.Json.Serialization;

namespace DrAivBot.Organisation;

/// <summary>
/// Event of the core: somebody will be away. Told when it is noted, which may be long before it begins; one that is ended or
/// taken back is not told, so ask <see cref="IAbsences"/> when it matters. Handled like an event of a module; events about
/// one person come in order.
/// </summary>
public sealed record AbsenceNoted
{
    /// <summary>Its name.</summary>
    public const string EventName = "core.absence_noted";

    /// <summary>The version that this record is of.</summary>
    public const int EventVersion = 1;

    /// <summary>The absence.</summary>
    [JsonPropertyName("absence")]
    public required AbsenceId Absence { get; init; }

    /// <summary>Who will be away.</summary>
    [JsonPropertyName("person")]
    public required UserId Person { get; init; }

    /// <summary>Who stands in for all their positions; null when nobody was named.</summary>
    [JsonPropertyName("deputy")]
    public UserId? Deputy { get; init; }

    /// <summary>First day, in the company's zone.</summary>
    [JsonPropertyName("starts_on")]
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, in the company's zone.</summary>
    [JsonPropertyName("ends_on")]
    public required DateOnly EndsOn { get; init; }
}
