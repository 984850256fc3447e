using System.Text;

namespace DrAivBot.Host.Modules;

/// <summary>Rows under each other in aligned columns; the last cell may have several lines.</summary>
internal static class PlainTable
{
    public static string Render(IReadOnlyList<string[]> rows)
    {
        var columns = rows.Max(row => row.Length) - 1;
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var table = new StringBuilder();
        foreach (var row in rows)
        {
            var lines = row[^1].Split('\n');
            AppendLine(table, row[..^1], widths, lines[0]);
            foreach (var line in lines.Skip(1))
            {
                AppendLine(table, [.. Enumerable.Repeat("", columns)], widths, line);
            }
        }

        return table.ToString();
    }

    private static void AppendLine(StringBuilder table, string[] cells, int[] widths, string last)
    {
        var line = string.Concat(cells.Select((cell, i) => cell.PadRight(widths[i] + 2))) + last;
        table.Append(line.TrimEnd()).Append('\n');
    }
}
