using System.Text;

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

        var rows = statuses.Select(status => new[]
        {
            status.Id, status.Version?.ToString() ?? "-", StateOf(status), status.Reason,
        }).Prepend(Head).ToArray();
        var widths = Enumerable.Range(0, Head.Length - 1).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var table = new StringBuilder();
        foreach (var row in rows)
        {
            var lines = row[^1].Split('\n');
            AppendLine(table, row[..^1], widths, lines[0]);
            foreach (var line in lines.Skip(1))
            {
                AppendLine(table, ["", "", ""], widths, line);
            }
        }

        return table.ToString();
    }

    private static string StateOf(ModuleStatus status) =>
        status.State == ModuleState.Active ? $"active, {status.Routes.Count} routes" : status.State.ToString().ToLowerInvariant();

    private static void AppendLine(StringBuilder table, string[] cells, int[] widths, string last)
    {
        var line = string.Concat(cells.Select((cell, i) => cell.PadRight(widths[i] + 2))) + last;
        table.Append(line.TrimEnd()).Append('\n');
    }
}
