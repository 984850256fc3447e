using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Live;

/// <summary>All modules, for an operator.</summary>
internal sealed record ModuleList
{
    /// <summary>The operator's pages of the host that says so; null when none runs, and the files were read instead.</summary>
    public Uri? Host { get; init; }

    /// <summary>Why plugins.json cannot be used now, so that the modules run on as they were; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>In the order of plugins.json.</summary>
    public IReadOnlyList<ModuleStatus> Modules { get; init; } = [];
}
