using DrAivBot.Reports;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace DrAivBot.Host.Reports.Workbooks;

/// <summary>Writes many rows in bounded memory; how they look comes second.</summary>
internal static class BulkWorkbook
{
    public static byte[] Write(Workbook workbook)
    {
        var names = CellText.SheetNames(workbook.Sheets.Select(sheet => sheet.Name));
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal);
        var columns = new List<DynamicExcelColumn>();
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            var sheet = workbook.Sheets[i];
            // Formats are declared by the name of a column for all sheets together, so each sheet gets keys of its own.
            var keys = Enumerable.Range(0, sheet.Columns.Count).Select(column => FormattableString.Invariant($"s{i}c{column}")).ToArray();
            sheets[names[i]] = sheet.Rows.Select(row => ToRow(row, keys));
            columns.AddRange(keys.Select((key, column) => Declare(key, column, sheet)));
        }

        var bytes = new MemoryStream();
#pragma warning disable MA0045 // A stream in memory never waits.
        bytes.SaveAs(sheets, configuration: new OpenXmlConfiguration { DynamicColumns = [.. columns], FreezeRowCount = 1, AutoFilter = true });
#pragma warning restore MA0045
        return bytes.ToArray();
    }

    private static DynamicExcelColumn Declare(string key, int index, Sheet sheet) => new(key)
    {
        Index = index,
        Name = CellText.Clean(sheet.Columns[index].Title),
        Width = ColumnWidth.Of(sheet, index),
        Format = sheet.Columns[index].Format ?? DefaultFormat(sheet, index),
    };

    private static string? DefaultFormat(Sheet sheet, int column) => sheet.Rows.Take(100).Select(row => column < row.Count ? row[column].Kind : CellKind.Empty).FirstOrDefault(kind => kind != CellKind.Empty) switch
    {
        CellKind.Date => "yyyy-MM-dd",
        CellKind.Percent => "0%",
        _ => null,
    };

    private static Dictionary<string, object?> ToRow(IReadOnlyList<Cell> row, string[] keys)
    {
        var values = new Dictionary<string, object?>(keys.Length, StringComparer.Ordinal);
        for (var column = 0; column < keys.Length; column++)
        {
            values[keys[column]] = column < row.Count ? ValueOf(row[column]) : null;
        }

        return values;
    }

    private static object? ValueOf(Cell cell) => cell.Kind switch
    {
        CellKind.Text => CellText.Clean(cell.TextValue!),
        CellKind.Number or CellKind.Percent => cell.NumberValue,
        CellKind.Date => cell.DateValue.ToDateTime(TimeOnly.MinValue),
        _ => null,
    };
}
