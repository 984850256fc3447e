namespace DrAivBot.Host.Modules.Live;

/// <summary>A version of a module that ran in this process and no longer does.</summary>
internal sealed record RetiredVersion
{
    public required Version Version { get; init; }

    /// <summary>Name of its folder in the store.</summary>
    public string? StoredAs { get; init; }

    /// <summary><see cref="ModuleState.Draining"/>, then <see cref="ModuleState.Unloaded"/> or <see cref="ModuleState.Leaked"/>.</summary>
    public required ModuleState State { get; init; }

    /// <summary>What holds it in memory or did not end; empty when nothing did.</summary>
    public string Reason { get; init; } = "";
}
