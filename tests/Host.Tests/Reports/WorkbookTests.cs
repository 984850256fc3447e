using System.IO.Compression;
using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Reports;

namespace DrAivBot.Host.Tests.Reports;

public sealed class WorkbookTests : IDisposable
{
    private readonly ReportService _reports = new(new BoardFonts());

    /// <summary>Few rows, and so many that they are written in bulk.</summary>
    public static TheoryData<int> RowCounts => [3, Workbook.BulkRows + 1];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _reports.Dispose();

    [Theory]
    [MemberData(nameof(RowCounts))]
    public async Task What_begins_like_a_formula_is_written_as_text_and_read_as_it_was(int rows)
    {
        string[] dangerous = ["=1+1", "+7 999", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "<b>&</b>"];
        var file = await _reports.WriteAsync(Table(rows, dangerous), Cancel);

        Assert.DoesNotContain("<f>", await PartAsync(file, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        var reading = await _reports.ReadAsync(file, new(), Cancel);
        Assert.Equal(SheetReadingKind.Done, reading.Kind);
        Assert.Equal(rows + 1, reading.Lines.Count);
        Assert.Equal(dangerous, reading.Lines[1].Cells);
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public async Task Numbers_days_and_shares_are_values_and_control_characters_are_left_out(int rows)
    {
        Cell[] cells = [Cell.Number(1234.5m), Cell.Date(new(2026, 11, 23)), Cell.Percent(0.25m), Cell.Text("a\u0000b\u0007\uD800c\nd"), Cell.Text("Ёлка 🎄"), Cell.Empty];
        var file = await _reports.WriteAsync(Table(rows, cells), Cancel);

        var lines = (await _reports.ReadAsync(file, new(), Cancel)).Lines;
        Assert.Equal(["1234.5", "2026-11-23", "0.25", "abc\nd", "Ёлка 🎄"], lines[^1].Cells);
    }

    [Fact]
    public async Task A_sheet_has_a_frozen_header_with_filter_and_prints_wide_with_the_header_on_each_page()
    {
        var sheet = Table(3, ["a", "b"]).Sheets[0] with { Title = "Структура", Notes = ["на сегодня"], FrozenColumns = 1 };
        var file = await _reports.WriteAsync(new() { Sheets = [sheet, sheet] }, Cancel);

        var (xml, book) = (await PartAsync(file, "xl/worksheets/sheet1.xml"), await PartAsync(file, "xl/workbook.xml"));
        Assert.Contains("ySplit=\"4\"", xml, StringComparison.Ordinal);
        Assert.Contains("xSplit=\"1\"", xml, StringComparison.Ordinal);
        Assert.Contains("<autoFilter ref=\"A4:B7\"", xml, StringComparison.Ordinal);
        Assert.Contains("orientation=\"landscape\"", xml, StringComparison.Ordinal);
        Assert.Contains("fitToPage=\"", xml, StringComparison.Ordinal);
        Assert.Contains("_xlnm.Print_Titles", book, StringComparison.Ordinal);
        Assert.Contains("name=\"Лист 2\"", book, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_lies_where_it_is_anchored()
    {
        var board = await _reports.DrawAsync(Boards.Company("ru", postsEach: 1), Cancel);
        var sheet = Table(1, ["a"]).Sheets[0] with { Pictures = [new() { Png = board, Row = 4, Column = 0, RowSpan = 20, ColumnSpan = 8 }] };

        var file = await _reports.WriteAsync(new() { Sheets = [sheet] }, Cancel);

        Assert.Contains("<xdr:row>4</xdr:row>", await PartAsync(file, "xl/drawings/drawing1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_the_rest_of_the_page_cannot_hold_begins_a_new_page_and_keeps_its_proportions()
    {
        var board = await _reports.DrawAsync(Boards.Company("ru", postsEach: 1), Cancel);
        var table = Table(30, ["a", "b"]).Sheets[0];
        var sheet = table with
        {
            IsPortrait = true,
            Columns = [.. table.Columns.Select(column => column with { Width = 40 })],
            Rows = [.. table.Rows, .. Enumerable.Repeat<IReadOnlyList<Cell>>([], 30)],
            Pictures = [new() { Png = board, Row = 31, Column = 0, RowSpan = 29, ColumnSpan = 2, KeepsProportions = true }],
        };

        var file = await _reports.WriteAsync(new() { Sheets = [sheet] }, Cancel);

        var (xml, drawing) = (await PartAsync(file, "xl/worksheets/sheet1.xml"), await PartAsync(file, "xl/drawings/drawing1.xml"));
        Assert.Contains("<brk id=\"31\"", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("orientation=\"landscape\"", xml, StringComparison.Ordinal);
        Assert.Contains("scale=\"", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<autoFilter", xml, StringComparison.Ordinal);
        Assert.Contains("<xdr:to><xdr:col>2</xdr:col>", drawing, StringComparison.Ordinal);
        Assert.DoesNotContain("<xdr:row>60</xdr:row>", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_may_stand_in_the_middle_with_its_header_whatever_its_cells_hold()
    {
        var table = Table(1, [Cell.Number(5)]).Sheets[0];
        var file = await _reports.WriteAsync(
            new() { Sheets = [table with { Columns = [table.Columns[0] with { Alignment = TableAlignment.Center }], Rows = [[Cell.Number(5)], [Cell.Text("мало данных")]] }] }, Cancel);
        Assert.Equal(3, (await PartAsync(file, "xl/styles.xml")).Split("horizontal=\"center\"").Length - 1);
    }

    [Fact]
    public async Task A_row_longer_than_the_header_is_refused_with_the_sheets_name()
    {
        var sheet = Table(1, ["a", "b"]).Sheets[0];
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _reports.WriteAsync(new() { Sheets = [sheet with { Columns = [sheet.Columns[0]] }] }, Cancel));
        Assert.Contains("'Лист'", error.Message, StringComparison.Ordinal);
    }

    private static Workbook Table(int rows, string[] texts) => Table(rows, [.. texts.Select(Cell.Text)]);

    private static Workbook Table(int rows, Cell[] cells) => new()
    {
        Sheets =
        [
            new()
            {
                Name = "Лист",
                Columns = [.. cells.Select((_, i) => new SheetColumn { Title = $"Столбец {i}" })],
                Rows = [.. Enumerable.Repeat<IReadOnlyList<Cell>>(cells, rows)],
            },
        ],
    };

    private static async Task<string> PartAsync(ReadOnlyMemory<byte> file, string part)
    {
        await using var archive = new ZipArchive(new MemoryStream(file.ToArray()));
        using var reader = new StreamReader(await archive.GetEntry(part)!.OpenAsync(Cancel));
        return await reader.ReadToEndAsync(Cancel);
    }
}
