namespace DrAivBot.Host.Modules.Gate;

/// <summary>module.json: what a package says about itself. docs/module.schema.json has the form.</summary>
internal sealed record PackageManifest
{
    /// <summary>The one this host reads and writes.</summary>
    public const int Format = 1;

    public required string Id { get; init; }

    /// <summary>The module's own version, as its class says too.</summary>
    public required Version Version { get; init; }

    public required ContractsRange Contracts { get; init; }

    /// <summary>Short name of the target framework, for example <c>net10.0</c>.</summary>
    public required string Framework { get; init; }

    /// <summary>Name of the main assembly, in the package's root.</summary>
    public required string Main { get; init; }

    /// <summary>SHA-256 of every file of the package but module.json and its signature, lower-case hexadecimal, by name.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
