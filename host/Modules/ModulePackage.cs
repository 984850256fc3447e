namespace DrAivBot.Host.Modules;

/// <summary>What the gate found out about a module's main assembly without running any of it.</summary>
internal sealed record ModulePackage
{
    /// <summary>Absolute path of the main assembly.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the main assembly, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required Version AssemblyVersion { get; init; }

    /// <summary>Version of the contracts the module was compiled with; null when it references none.</summary>
    public Version? ContractsVersion { get; init; }

    /// <summary>Full name of the one class that implements <see cref="IBotModule"/>; empty when there is no such class.</summary>
    public string ModuleClass { get; init; } = "";

    /// <summary>Why it may not be loaded; empty when it may.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
