using System.Text.Json;
using DrAivBot.Privacy;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Company.PersonalData;

/// <summary>The same rows to look at: a workbook with a sheet of contents and one for each part.</summary>
internal sealed class ExportSheets(IText text)
{
    /// <summary>More is for machines, which read the JSON.</summary>
    private const int MostRows = 10_000;

    private readonly List<Sheet> _sheets = [];
    private readonly List<IReadOnlyList<Cell>> _contents = [];

    public void Add(DataPart part, ReadOnlyMemory<byte> json)
    {
        using var rows = JsonDocument.Parse(json);
        var columns = new List<string>();
        foreach (var row in rows.RootElement.EnumerateArray().Take(MostRows))
        {
            columns.AddRange(row.EnumerateObject().Select(value => value.Name).Where(name => name != "company_id" && !columns.Contains(name)));
        }

        _contents.Add([Cell.Number(_contents.Count + 1), Cell.Text(part.Module), Cell.Text(part.Title), Cell.Number(part.Count)]);
        if (columns.Count > 0)
        {
            _sheets.Add(new()
            {
                // The number keeps names of different modules apart.
                Name = FormattableString.Invariant($"{_contents.Count} {part.Title}"),
                Columns = [.. columns.Select(name => new SheetColumn { Title = name })],
                Rows = [.. rows.RootElement.EnumerateArray().Take(MostRows).Select(row => columns.Select(name => Of(row, name)).ToArray())],
            });
        }
    }

    public Workbook End() => new()
    {
        Sheets =
        [
            new()
            {
                Name = text.Get("company.mydata.file.about"),
                Columns =
                [
                    new() { Title = "№" },
                    new() { Title = text.Get("company.mydata.file.module") },
                    new() { Title = text.Get("company.mydata.file.part") },
                    new() { Title = text.Get("company.mydata.file.count") },
                ],
                Rows = _contents,
            },
            .. _sheets,
        ],
    };

    private static Cell Of(JsonElement row, string column)
    {
        if (!row.TryGetProperty(column, out var value))
        {
            return Cell.Empty;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => Cell.Empty,
            JsonValueKind.String => Cell.Text(value.GetString()),
            JsonValueKind.Number when value.TryGetDecimal(out var number) => Cell.Number(number),
            _ => Cell.Text(value.GetRawText()),
        };
    }
}
