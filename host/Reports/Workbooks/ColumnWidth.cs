using DrAivBot.Reports;

namespace DrAivBot.Host.Reports.Workbooks;

/// <summary>How wide columns are. Measuring fonts needs a library of Windows, so characters are counted.</summary>
internal static class ColumnWidth
{
    private const double Narrowest = 6;
    private const double Widest = 60;

    // The button of the filter stands over the end of the header.
    private const int FilterButton = 4;
    private const int SampledRows = 500;

    public static double Of(Sheet sheet, int column)
    {
        var declared = sheet.Columns[column];
        if (declared.Width is { } width)
        {
            return Math.Clamp(width, 2, 100);
        }

        var longest = sheet.Rows.Take(SampledRows)
            .Where(row => column < row.Count)
            .Select(row => LongestLine(row[column].ToString()))
            .DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max((longest * 1.1) + 2, declared.Title.Length + FilterButton), Narrowest, Widest);
    }

    private static int LongestLine(string text) => text.Split('\n').Max(line => line.Length);
}
