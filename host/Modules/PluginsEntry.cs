namespace DrAivBot.Host.Modules;

/// <summary>One module of plugins.json.</summary>
internal sealed record PluginsEntry
{
    /// <summary>As written; when the entry has none, its place in the file.</summary>
    public required string Id { get; init; }

    /// <summary>The module's main assembly, absolute; empty when the entry is broken.</summary>
    public string Path { get; init; } = "";

    public bool Enabled { get; init; } = true;

    /// <summary>What the main assembly's SHA-256 must be, lower-case hexadecimal; null to accept any.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The stored version to run instead of what lies at <see cref="Path"/>, for example <c>1.2.0-0a1b2c3d4e5f</c>; null for none. A rollback writes it.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the entry stands for one that is no longer in the file.</summary>
    public bool IsRemoved { get; init; }

    public ModuleSettings Settings { get; init; } = ModuleSettings.None;

    /// <summary>What is wrong with the entry, in words; the module is then refused, the others run.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
