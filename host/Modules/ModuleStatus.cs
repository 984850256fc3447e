using DrAivBot.Host.Modules.Gate;
using DrAivBot.Host.Modules.Live;

namespace DrAivBot.Host.Modules;

/// <summary>Where a module is in its life and why: what report, console and metrics show.</summary>
internal sealed record ModuleStatus
{
    public required string Id { get; init; }

    /// <summary>Null until the module has been loaded.</summary>
    public Version? Version { get; init; }

    public required ModuleState State { get; init; }

    /// <summary>In words, with the cure; empty when there is nothing to say.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The main assembly as plugins.json names it, absolute.</summary>
    public string Path { get; init; } = "";

    /// <summary>SHA-256 of the main assembly, lower-case hexadecimal; null until read.</summary>
    public string? Hash { get; init; }

    /// <summary>Version of the contracts the module was compiled with; null until read.</summary>
    public Version? ContractsVersion { get; init; }

    /// <summary>The contracts it says it works with, for example <c>1.0 to 1.x</c>; null without a module.json, and until read.</summary>
    public string? Contracts { get; init; }

    /// <summary>Name of the trusted key that signed it; null when none did, and until read.</summary>
    public string? Signer { get; init; }

    /// <summary>Names of the migrations the module brings, in order; all applied once it is active.</summary>
    public IReadOnlyList<string> MigrationsApplied { get; init; } = [];

    /// <summary>Names of the routes it owns.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>When it became active; null when it is not.</summary>
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>Name of its version folder in the store; null until it ran.</summary>
    public string? StoredAs { get; init; }

    /// <summary>Versions that ran in this process before, the latest first; five at most.</summary>
    public IReadOnlyList<RetiredVersion> Retired { get; init; } = [];

    /// <summary>What its turns came to in the last hour; null where nobody asked for it.</summary>
    public ModuleHour? LastHour { get; init; }

    /// <summary>The same with what the gate found out about the module's files.</summary>
    public ModuleStatus Describe(ModulePackage package) => this with
    {
        Version = package.AssemblyVersion,
        Hash = package.Hash,
        ContractsVersion = package.ContractsVersion,
        Contracts = package.Manifest?.Contracts.ToString(),
        Signer = package.Signer,
    };
}
