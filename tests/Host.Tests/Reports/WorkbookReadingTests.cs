using System.IO.Compression;
using System.Text;
using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Reports;

// A stream in memory never waits.
#pragma warning disable MA0045

namespace DrAivBot.Host.Tests.Reports;

/// <summary>Files that nobody should be able to bring the host down with.</summary>
public sealed class WorkbookReadingTests : IDisposable
{
    private readonly ReportService _reports = new(new BoardFonts());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _reports.Dispose();

    [Fact]
    public async Task What_is_no_workbook_is_refused()
    {
        Assert.Equal(SheetReadingKind.NotAWorkbook, await KindAsync("number;name"u8.ToArray()));
        Assert.Equal(SheetReadingKind.NotAWorkbook, await KindAsync([]));
        Assert.Equal(SheetReadingKind.NotAWorkbook, await KindAsync(Zip(("readme.txt", "hello"))));
        Assert.Equal(SheetReadingKind.NotAWorkbook, await KindAsync(Zip(("xl/workbook.xml", "<workbook"))));
        Assert.Equal(SheetReadingKind.NotAWorkbook, await KindAsync(Whole("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>77</v></c></row>")));
    }

    [Fact]
    public async Task A_workbook_cut_off_anywhere_is_refused_or_read_but_never_fails()
    {
        var whole = (await _reports.WriteAsync(Rows(20, 3), Cancel)).ToArray();
        for (var length = 0; length < whole.Length; length += 97)
        {
            Assert.Equal(SheetReadingKind.NotAWorkbook, await KindAsync(whole[..length]));
        }
    }

    [Fact]
    public async Task An_archive_that_unfolds_without_end_is_refused()
    {
        var bomb = Zip(("xl/workbook.xml", "<workbook/>"), ("xl/media/big.bin", new string('0', 210 * 1024 * 1024)));
        Assert.True(bomb.Length < 1024 * 1024);
        Assert.Equal(SheetReadingKind.TooLarge, await KindAsync(bomb));
        Assert.Equal(SheetReadingKind.TooLarge, await KindAsync(Zip([.. Enumerable.Range(0, 501).Select(i => ($"part{i}", "x"))])));
        Assert.Equal(SheetReadingKind.TooLarge, await KindAsync(new byte[(20 * 1024 * 1024) + 1]));
    }

    [Fact]
    public async Task Entities_are_not_unfolded()
    {
        var laughs = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
        Assert.Equal(SheetReadingKind.NotAWorkbook, await KindAsync(Whole(laughs)));
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>b</t></is></c></row>", SheetReadingKind.TooManyRows)]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"XFD1\" t=\"inlineStr\"><is><t>b</t></is></c></row>", SheetReadingKind.TooManyColumns)]
    public async Task A_cell_at_the_far_end_of_the_sheet_is_refused(string rows, SheetReadingKind kind) =>
        Assert.Equal(kind, await KindAsync(Whole($"<worksheet><sheetData>{rows}</sheetData></worksheet>")));

    [Fact]
    public async Task More_rows_or_columns_than_asked_for_are_refused_and_empty_rows_keep_the_numbers_of_the_others()
    {
        Assert.Equal(SheetReadingKind.TooManyRows, (await _reports.ReadAsync(await _reports.WriteAsync(Rows(10, 2), Cancel), new() { MaxRows = 10 }, Cancel)).Kind);
        Assert.Equal(SheetReadingKind.TooManyColumns, (await _reports.ReadAsync(await _reports.WriteAsync(Rows(1, 4), Cancel), new() { MaxColumns = 3 }, Cancel)).Kind);

        var titled = Rows(2, 2).Sheets[0] with { Title = "Заголовок" };
        var reading = await _reports.ReadAsync(await _reports.WriteAsync(new() { Sheets = [titled] }, Cancel), new() { MaxCellLength = 4 }, Cancel);
        Assert.Equal([1, 3, 4, 5], reading.Lines.Select(line => line.Number));
        Assert.Equal("Заго", reading.Lines[0].At(0));
        Assert.Equal("", reading.Lines[0].At(7));
    }

    private static Workbook Rows(int rows, int columns) => new()
    {
        Sheets =
        [
            new()
            {
                Name = "x",
                Columns = [.. Enumerable.Range(0, columns).Select(i => new SheetColumn { Title = $"c{i}" })],
                Rows = [.. Enumerable.Range(0, rows).Select(IReadOnlyList<Cell> (row) => [.. Enumerable.Range(0, columns).Select(i => Cell.Text($"{row}-{i}"))])],
            },
        ],
    };

    private static byte[] Whole(string sheet) => Zip(
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"x\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", sheet.Replace("<worksheet>", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">", StringComparison.Ordinal)));

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    private async Task<SheetReadingKind> KindAsync(byte[] file) => (await _reports.ReadAsync(file, new(), Cancel)).Kind;
}
