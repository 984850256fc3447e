using DrAivBot.Reports;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace DrAivBot.Host.Reports.Workbooks;

/// <summary>Writes a workbook that is to be looked at and printed.</summary>
internal sealed class StyledWorkbook
{
    private const float LineHeight = 15.5f;
    private const float MaxHeight = 409;

    private readonly Workbook _workbook;
    private readonly XSSFWorkbook _file = new();
    private readonly CellStyles _styles;

    public StyledWorkbook(Workbook workbook)
    {
        _workbook = workbook;
        _styles = new(_file);
    }

    public byte[] Write()
    {
        var names = CellText.SheetNames(_workbook.Sheets.Select(sheet => sheet.Name));
        foreach (var (sheet, name) in _workbook.Sheets.Zip(names))
        {
            Write(sheet, _file.CreateSheet(name));
        }

        // Writing closes the stream; what a memory stream holds can be had all the same.
        var bytes = new MemoryStream();
        _file.Write(bytes);
        return bytes.ToArray();
    }

    private void Write(Sheet sheet, ISheet target)
    {
        var header = WriteTitle(sheet, target);
        WriteHeader(sheet, target.CreateRow(header));
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            WriteRow(sheet, sheet.Rows[i], target.CreateRow(header + 1 + i));
        }

        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            target.SetColumnWidth(column, (int)(ColumnWidth.Of(sheet, column) * 256));
        }

        target.CreateFreezePane(sheet.FrozenColumns, header + 1);
        if (sheet.Pictures.Count == 0)
        {
            target.SetAutoFilter(new(header, header + Math.Max(1, sheet.Rows.Count), 0, sheet.Columns.Count - 1));
        }

        SheetPrinting.SetUp(sheet, target, header);
        foreach (var picture in sheet.Pictures)
        {
            Place(picture, target);
        }
    }

    /// <returns>The row of the header.</returns>
    private int WriteTitle(Sheet sheet, ISheet target)
    {
        var row = 0;
        if (sheet.Title is { } title)
        {
            var line = target.CreateRow(row++);
            line.HeightInPoints = 26;
            Put(line.CreateCell(0), title, _styles.Title);
        }

        foreach (var note in sheet.Notes)
        {
            Put(target.CreateRow(row++).CreateCell(0), note, _styles.Note);
        }

        return row == 0 ? 0 : row + 1;
    }

    private void WriteHeader(Sheet sheet, IRow row)
    {
        row.HeightInPoints = 30;
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            Put(row.CreateCell(column), sheet.Columns[column].Title, _styles.Header(sheet.HeaderColor, sheet.Columns[column].Alignment));
        }
    }

    private void WriteRow(Sheet sheet, IReadOnlyList<Cell> cells, IRow row)
    {
        if (cells.Count > sheet.Columns.Count)
        {
            throw new ArgumentException($"A row of the sheet '{sheet.Name}' has {cells.Count} cells, but there are {sheet.Columns.Count} columns.", nameof(cells));
        }

        for (var column = 0; column < cells.Count; column++)
        {
            Write(cells[column], sheet.Columns[column], row.CreateCell(column));
        }

        row.HeightInPoints = Math.Min(MaxHeight, LineHeight * cells.Select((cell, column) => LinesOf(cell, sheet.Columns[column])).DefaultIfEmpty(1).Max());
    }

    private void Write(Cell cell, SheetColumn column, ICell target)
    {
        target.CellStyle = _styles.Of(cell, column);
        switch (cell.Kind)
        {
            case CellKind.Text:
                target.SetCellValue(CellText.Clean(cell.TextValue!));
                break;
            case CellKind.Number or CellKind.Percent:
                target.SetCellValue((double)cell.NumberValue);
                break;
            case CellKind.Date:
                target.SetCellValue(cell.DateValue.ToDateTime(TimeOnly.MinValue));
                break;
        }
    }

    /// <summary>Programs that open the file do not make rows higher by themselves, so wrapped lines are counted here.</summary>
    private static int LinesOf(Cell cell, SheetColumn column) => !column.Wraps || column.Width is not { } width
        ? 1
        : cell.ToString().Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * (cell.IsBold ? 1.3 : 1.2) / width)));

    private void Place(SheetPicture picture, ISheet target)
    {
        var index = _file.AddPicture(picture.Png.ToArray(), PictureType.PNG);
        target.CreateDrawingPatriarch().CreatePicture(PictureAnchor.Of(picture, target), index);
    }

    private static void Put(ICell cell, string text, ICellStyle style)
    {
        cell.SetCellValue(CellText.Clean(text));
        cell.CellStyle = style;
    }
}
