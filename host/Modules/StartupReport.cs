namespace DrAivBot.Host.Modules;

/// <summary>The modules as an aligned plain table, for console and log.</summary>
internal static class StartupReport
{
    private static readonly string[] Head = ["module", "version", "state", "reason"];

    public static string Render(IReadOnlyList<ModuleStatus> statuses)
    {
        if (statuses.Count == 0)
        {
            return "No modules: plugins.json lists none.\n";
        }

        return PlainTable.Render([Head, .. statuses.Select(status => new[]
        {
            status.Id, status.Version?.ToString() ?? "-", StateOf(status), status.Reason,
        })]);
    }

    private static string StateOf(ModuleStatus status) =>
        status.State == ModuleState.Active ? $"active, {status.Routes.Count} routes" : status.State.ToString().ToLowerInvariant();
}
