namespace DrAivBot.Host.Modules.Packing;

/// <summary>What to pack, and what the module's code does not say itself.</summary>
internal sealed record PackOptions
{
    /// <summary>The module's build or publish output, absolute; module.json is written into it.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the zip goes, absolute; not below <see cref="Folder"/>.</summary>
    public required string Output { get; init; }

    /// <summary>Name of the main assembly; null when it is the only one with a module's class.</summary>
    public string? Main { get; init; }

    /// <summary>Null to read it from the module's class.</summary>
    public string? Id { get; init; }

    /// <summary>Null to read it from the module's class, or else from the assembly.</summary>
    public string? Version { get; init; }

    /// <summary>Null for the lowest version that has everything the module uses.</summary>
    public string? ContractsMin { get; init; }

    /// <summary>Null for every version of the major one.</summary>
    public string? ContractsMax { get; init; }

    /// <summary>PEM file of the private key to sign with, absolute; null to leave it unsigned.</summary>
    public string? Key { get; init; }
}
