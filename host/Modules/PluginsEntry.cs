namespace DrAivBot.Host.Modules;

/// <summary>One module of plugins.json.</summary>
internal sealed record PluginsEntry
{
    /// <summary>Stands for whatever id a package has, where there is no plugins.json yet.</summary>
    public const string AnyId = "*";

    /// <summary>As written; when the entry has none, its place in the file.</summary>
    public required string Id { get; init; }

    /// <summary>The module's main assembly, its package's folder or its zip, absolute; empty when the entry is broken.</summary>
    public string Path { get; init; } = "";

    public bool Enabled { get; init; } = true;

    /// <summary>
    /// What the SHA-256 of module.json or of the zip must be, or of the main assembly where there is no module.json;
    /// lower-case hexadecimal. Null to accept any.
    /// </summary>
    public string? Sha256 { get; init; }

    /// <summary>The stored version to run instead of what lies at <see cref="Path"/>, for example <c>1.2.0-0a1b2c3d4e5f</c>; null for none. A rollback writes it.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the entry stands for one that is no longer in the file.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Whether it may run without a trusted signature although trusted keys are configured.</summary>
    public bool Unsigned { get; init; }

    public ModuleSettings Settings { get; init; } = ModuleSettings.None;

    /// <summary>What is wrong with the entry, in words; the module is then refused, the others run.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
