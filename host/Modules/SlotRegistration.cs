using System.Text.Json.Serialization.Metadata;

namespace DrAivBot.Host.Modules;

internal sealed record SlotRegistration
{
    public required LoadedModule Module { get; init; }

    /// <summary>Names the slot within the module.</summary>
    public required string Id { get; init; }

    public required Type Type { get; init; }

    public required JsonTypeInfo Json { get; init; }

    /// <summary>Names the slot in stored sessions.</summary>
    public string Key => $"{Module.Manifest.Id}.{Id}";

    public override string ToString() => Key;
}
