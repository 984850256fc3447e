namespace DrAivBot.Host.Modules.Gate;

/// <summary>What the gate found out about a package without running any of it.</summary>
internal sealed record ModulePackage
{
    /// <summary>Where the files are.</summary>
    public required PackageSource Source { get; init; }

    /// <summary>Every file, in the order of names: exactly these were judged, and only these may be loaded.</summary>
    public required IReadOnlyList<PackageFile> Files { get; init; }

    /// <summary>Name of the main assembly, in the package's root.</summary>
    public required string Main { get; init; }

    /// <summary>SHA-256 of the main assembly, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required Version AssemblyVersion { get; init; }

    /// <summary>Version of the contracts the module was compiled with; null when it references none.</summary>
    public Version? ContractsVersion { get; init; }

    /// <summary>Full name of the one class that implements <see cref="IBotModule"/>; empty when there is no such class.</summary>
    public string ModuleClass { get; init; } = "";

    /// <summary>module.json; null when there is none, as during development, or when it is broken.</summary>
    public PackageManifest? Manifest { get; init; }

    /// <summary>Name of the trusted key that signed, see <see cref="TrustedKeys.NameOf"/>; null when none did.</summary>
    public string? Signer { get; init; }

    /// <summary>Why it may not be loaded; empty when it may.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>SHA-256 over the names and hashes of all files, lower-case hexadecimal: another file, another content.</summary>
    public string Content => PackageSource.HashOf(
        System.Text.Encoding.UTF8.GetBytes(string.Concat(Files.Select(file => $"{file.Name}\n{file.Length}\n{file.Sha256}\n"))));
}
