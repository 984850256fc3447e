namespace DrAivBot.Reports;

/// <summary>
/// Makes workbooks and pictures, and reads workbooks that users send. A core service without a database: it can be injected
/// anywhere, long jobs included. Whatever has more than a few dozen rows, and every picture, belongs into an
/// <see cref="Jobs.ILongJob{TPayload}"/>. Implemented by the host; grows by new members.
/// </summary>
public interface IReports
{
    /// <summary>
    /// Whether pictures can be drawn: the machine has a font with Cyrillic letters. When false, tell the user to ask the
    /// operator; readiness and log of the host say which package is missing.
    /// </summary>
    bool CanDraw { get; }

    /// <summary>
    /// Writes a workbook as .xlsx. A sheet of more than <see cref="Workbook.BulkRows"/> rows makes the whole workbook plain:
    /// widths, number formats, frozen header and filter stay; titles, fills, alignments, pictures and the set-up of printing do not.
    /// </summary>
    /// <param name="workbook">What it contains; one without sheets or columns throws <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The bytes of the file.</returns>
    Task<ReadOnlyMemory<byte>> WriteAsync(Workbook workbook, CancellationToken cancellationToken);

    /// <summary>Draws an organisation board as PNG: the whole board, or one division in a form that a phone can show.</summary>
    /// <param name="picture">What it shows; without divisions it throws <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The bytes of the file, below <see cref="Delivery.Attachment.MaxPhotoBytes"/>.</returns>
    /// <exception cref="InvalidOperationException"><see cref="CanDraw"/> is false.</exception>
    Task<ReadOnlyMemory<byte>> DrawAsync(OrgBoardPicture picture, CancellationToken cancellationToken);

    /// <summary>Draws a week as PNG, in a form that a phone can show.</summary>
    /// <param name="picture">What it shows; without days, with more than 7 or with blocks that end before they begin it throws <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The bytes of the file, below <see cref="Delivery.Attachment.MaxPhotoBytes"/>.</returns>
    /// <exception cref="InvalidOperationException"><see cref="CanDraw"/> is false.</exception>
    Task<ReadOnlyMemory<byte>> DrawAsync(WeekPicture picture, CancellationToken cancellationToken);

    /// <summary>Draws a table as PNG, in a form that a phone can show.</summary>
    /// <param name="picture">What it shows; without columns, with more than 20 or with rows longer than that it throws <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The bytes of the file, below <see cref="Delivery.Attachment.MaxPhotoBytes"/>.</returns>
    /// <exception cref="InvalidOperationException"><see cref="CanDraw"/> is false.</exception>
    Task<ReadOnlyMemory<byte>> DrawAsync(TablePicture picture, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the first sheet of a workbook that somebody sent. Untrusted: archives that unfold without end, too many rows or
    /// columns and everything that is no workbook are refused, never thrown.
    /// </summary>
    /// <param name="xlsx">The file.</param>
    /// <param name="limits">How much is read at most.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The rows, or why there are none.</returns>
    Task<SheetReading> ReadAsync(ReadOnlyMemory<byte> xlsx, SheetLimits limits, CancellationToken cancellationToken);
}
