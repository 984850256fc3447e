using System.Text.Json.Serialization;

namespace DrAivBot.Organisation;

/// <summary>
/// Event of the core: somebody is no member of the company any more. Their posts are vacant by then, each told by a
/// <see cref="PositionFreed"/> of its own. Handled like an event of a module:
/// <code>module.AddEventHandler&lt;HandOverMeetings, PersonLeft&gt;(PersonLeft.EventName, PersonLeft.EventVersion);</code>
/// with the record in the module's own JSON metadata. Events about one person come in order.
/// </summary>
public sealed record PersonLeft
{
    /// <summary>Its name.</summary>
    public const string EventName = "core.person_left";

    /// <summary>The version that this record is of.</summary>
    public const int EventVersion = 1;

    /// <summary>Who is gone. Of a person whose data was erased the id that the module's rows have in its place.</summary>
    [JsonPropertyName("user")]
    public required UserId User { get; init; }

    /// <summary>How they went.</summary>
    [JsonPropertyName("how")]
    public required DepartureKind How { get; init; }

    /// <summary>The posts they held for good, in the order of their numbers: what was theirs may go to the superiors of these.</summary>
    [JsonPropertyName("positions")]
    public IReadOnlyList<PositionId> Positions { get; init; } = [];
}

/// <summary>How somebody stopped being a member. New ones may come.</summary>
public enum DepartureKind
{
    /// <summary>Somebody with the right to it dismissed them.</summary>
    Dismissed = 0,

    /// <summary>They left by themselves.</summary>
    Left = 1,

    /// <summary>They had their data erased; the module's rows about them are without name by now, see <see cref="Privacy.PersonalRows"/>.</summary>
    Erased = 2,
}
