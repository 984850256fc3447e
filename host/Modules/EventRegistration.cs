using System.Text.Json.Serialization.Metadata;

namespace DrAivBot.Host.Modules;

/// <summary>An event that a module publishes.</summary>
internal sealed record EventRegistration
{
    public required EventName Name { get; init; }

    public required Type Type { get; init; }

    public required JsonTypeInfo Json { get; init; }
}
