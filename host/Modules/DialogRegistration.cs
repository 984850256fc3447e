using System.Text.Json.Serialization.Metadata;

namespace DrAivBot.Host.Modules;

internal sealed record DialogRegistration
{
    public required LoadedModule Module { get; init; }

    /// <summary>Names the dialog within the module in stored sessions.</summary>
    public required string Id { get; init; }

    /// <summary>An <c>IDialog&lt;StateType&gt;</c>, resolved from the module's scope.</summary>
    public required Type DialogType { get; init; }

    public required Type StateType { get; init; }

    public required JsonTypeInfo Json { get; init; }

    public override string ToString() => $"{Module.Manifest.Id}.{Id}";
}
