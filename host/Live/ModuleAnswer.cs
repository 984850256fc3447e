using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Live;

/// <summary>One module, for an operator.</summary>
internal sealed record ModuleAnswer
{
    /// <summary>The operator's pages of the host that says so; null when none runs, and the files were read instead.</summary>
    public Uri? Host { get; init; }

    /// <summary>Why there is nothing to say; null when there is.</summary>
    public string? Problem { get; init; }

    /// <summary>Null when there is no such module.</summary>
    public ModuleStatus? Status { get; init; }

    /// <summary>The versions one can go back to, the latest first.</summary>
    public IReadOnlyList<StoredVersion> Versions { get; init; } = [];
}
