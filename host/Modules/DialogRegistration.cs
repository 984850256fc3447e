using System.Text.Json.Serialization.Metadata;

namespace DrAivBot.Host.Modules;

internal sealed record DialogRegistration
{
    public required LoadedModule Module { get; init; }

    public required string Id { get; init; }

    public required Type DialogType { get; init; }

    public required Type StateType { get; init; }

    public required JsonTypeInfo Json { get; init; }
}
