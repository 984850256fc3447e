using System.Globalization;
using System.Text;
using DrAivBot.Host.Live;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.CommandLine;

/// <summary>Modules in words, for people.</summary>
internal static class ModuleWords
{
    private const string AtRest = "No host answers; this is what plugins.json and the files say.\n\n";
    private static readonly string[] Head = ["module", "version", "state", "turns", "errors", "p50", "p95", "reason"];

    public static string Describe(ModuleList list)
    {
        var text = new StringBuilder(list.Host is null ? AtRest : "");
        if (list.Problem is not null)
        {
            text.Append("The modules run on as they were, because the list of them cannot be used: ").Append(list.Problem).Append("\n\n");
        }

        return list.Modules.Count == 0
            ? text.Append("No modules: plugins.json lists none.\n").ToString()
            : text.Append(PlainTable.Render([Head, .. list.Modules.Select(status => RowOf(status, list.Host is not null))])).ToString();
    }

    public static string Describe(ModuleAnswer answer)
    {
        if (answer.Status is not { } status)
        {
            return answer.Problem + "\n";
        }

        var text = new StringBuilder(answer.Host is null ? AtRest : "");
        text.Append($"{status.Id} {status.Version}".TrimEnd()).Append(": ").Append(StateOf(status, answer.Host is not null)).Append('\n');
        return text.Append(PlainTable.Render([.. FactsOf(status, answer).Select(fact => new[] { "  " + fact.Name, fact.Value })])).ToString();
    }

    private static IEnumerable<(string Name, string Value)> FactsOf(ModuleStatus status, ModuleAnswer answer)
    {
        if (status.Reason.Length > 0)
        {
            yield return ("reason", status.Reason);
        }

        yield return ("path", status.Path);
        yield return ("contracts", $"{status.Contracts ?? "no range: there is no module.json"}; compiled with {status.ContractsVersion?.ToString() ?? "unknown"}");
        yield return ("signer", status.Signer is null ? "no trusted key" : $"the key {status.Signer}");
        yield return ("sha256", status.Hash ?? "not read");
        yield return ("migrations", Count(status.MigrationsApplied));
        yield return ("routes", Count(status.Routes));
        if (status.LoadedAt is { } since)
        {
            yield return ("active since", since.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        }

        if (status.LastHour is { } hour)
        {
            yield return ("last hour", $"{hour.Turns} turns, {hour.Errors} errors, p50 {Milliseconds(hour.Median)}, p95 {Milliseconds(hour.Slow)}");
        }

        if (status.StoredAs is not null)
        {
            yield return ("stored as", status.StoredAs);
        }

        if (status.Retired.Count > 0)
        {
            yield return ("ran before", string.Join('\n', status.Retired.Select(old => $"{old.StoredAs ?? $"{old.Version}"} {Lower(old.State)} {old.Reason}".TrimEnd())));
        }

        if (answer.Versions.Any(version => version.Name != status.StoredAs))
        {
            yield return ("go back to", string.Join('\n', answer.Versions.Where(version => version.Name != status.StoredAs).Select(version => version.Name)));
        }
    }

    private static string[] RowOf(ModuleStatus status, bool isRunning) =>
    [
        status.Id,
        status.Version?.ToString() ?? "-",
        StateOf(status, isRunning),
        status.LastHour?.Turns.ToString(CultureInfo.InvariantCulture) ?? "-",
        status.LastHour?.Errors.ToString(CultureInfo.InvariantCulture) ?? "-",
        Milliseconds(status.LastHour?.Median),
        Milliseconds(status.LastHour?.Slow),
        status.Reason,
    ];

    private static string StateOf(ModuleStatus status, bool isRunning) => status.State switch
    {
        ModuleState.Active => $"active, {status.Routes.Count} routes",
        ModuleState.Discovered when !isRunning => "passes the gate",
        _ => Lower(status.State),
    };

    private static string Lower(ModuleState state) => state.ToString().ToLowerInvariant();

    private static string Count(IReadOnlyList<string> names) => names.Count == 0 ? "none" : $"{names.Count}: {string.Join(", ", names)}";

    private static string Milliseconds(TimeSpan? time) => time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalMilliseconds:0.#} ms") : "-";
}
