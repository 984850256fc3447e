using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Host.Reports.Workbooks;
using DrAivBot.Host.Threads;
using DrAivBot.Reports;

namespace DrAivBot.Host.Reports;

/// <summary>Makes files of what modules describe. The libraries for it live in the host, so that no module brings native code.</summary>
internal sealed class ReportService(BoardFonts fonts) : IReports, IDisposable
{
    // A board takes some 50 MB while it is drawn, and half a core second: few at a time keep the host's memory bounded. The C
    // library keeps memory for each thread that ever drew a picture, so these are always the same.
    private readonly BackgroundThreads _threads = new("reports", BackgroundThreads.Half, BackgroundThreads.Half);

    public bool CanDraw => fonts.Trouble is null;

    public Task<ReadOnlyMemory<byte>> WriteAsync(Workbook workbook, CancellationToken cancellationToken)
    {
        if (workbook.Sheets.Count == 0 || workbook.Sheets.Any(sheet => sheet.Columns.Count == 0))
        {
            throw new ArgumentException("A workbook needs at least one sheet, and each sheet at least one column.", nameof(workbook));
        }

        return _threads.RunAsync<ReadOnlyMemory<byte>>(
            () => workbook.Sheets.Any(sheet => sheet.Rows.Count > Workbook.BulkRows) ? BulkWorkbook.Write(workbook) : new StyledWorkbook(workbook).Write(),
            cancellationToken);
    }

    public Task<ReadOnlyMemory<byte>> DrawAsync(OrgBoardPicture picture, CancellationToken cancellationToken)
    {
        if (picture.Divisions.Count == 0)
        {
            throw new ArgumentException("A board without divisions shows nothing: give it at least one.", nameof(picture));
        }

        return PaintAsync(() => BoardPainter.Paint(fonts, picture), cancellationToken);
    }

    public Task<ReadOnlyMemory<byte>> DrawAsync(WeekPicture picture, CancellationToken cancellationToken)
    {
        if (picture.Days.Count is 0 or > 7)
        {
            throw new ArgumentException($"A week has 1 to 7 days, not {picture.Days.Count}.", nameof(picture));
        }

        if (picture.FirstHour < 0 || picture.LastHour > 24 || picture.FirstHour >= picture.LastHour)
        {
            throw new ArgumentException($"The hours of a day run from 0 to 24, not from {picture.FirstHour} to {picture.LastHour}.", nameof(picture));
        }

        return picture.Days.SelectMany(day => day.Blocks).FirstOrDefault(block => !block.IsWholeDay && !WeekLanes.IsWithinDay(block)) is { } block
            ? throw new ArgumentException($"«{block.Title}» runs from {block.From} to {block.Until}: within a day, a block ends later than it begins.", nameof(picture))
            : PaintAsync(() => WeekPainter.Paint(fonts, picture), cancellationToken);
    }

    public Task<ReadOnlyMemory<byte>> DrawAsync(TablePicture picture, CancellationToken cancellationToken)
    {
        if (picture.Columns.Count is 0 or > 20)
        {
            throw new ArgumentException($"A table that can be read has 1 to 20 columns, not {picture.Columns.Count}.", nameof(picture));
        }

        return picture.Rows.Any(row => row.Cells.Count > picture.Columns.Count)
            ? throw new ArgumentException("A row has more cells than the table has columns.", nameof(picture))
            : PaintAsync(() => TablePainter.Paint(fonts, picture), cancellationToken);
    }

    public Task<SheetReading> ReadAsync(ReadOnlyMemory<byte> xlsx, SheetLimits limits, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limits.MaxRows, Math.Clamp(limits.MaxRows, 1, 100_000), nameof(limits));
        ArgumentOutOfRangeException.ThrowIfNotEqual(limits.MaxColumns, Math.Clamp(limits.MaxColumns, 1, 200), nameof(limits));
        ArgumentOutOfRangeException.ThrowIfNotEqual(limits.MaxCellLength, Math.Clamp(limits.MaxCellLength, 1, CellText.MaxLength), nameof(limits));
        return _threads.RunAsync(() => WorkbookReader.Read(xlsx, limits), cancellationToken);
    }

    public void Dispose() => _threads.Dispose();

    private Task<ReadOnlyMemory<byte>> PaintAsync(Func<ReadOnlyMemory<byte>> paint, CancellationToken cancellationToken) => fonts.Trouble is { } trouble
        ? throw new InvalidOperationException(trouble)
        : _threads.RunAsync(paint, cancellationToken);
}
