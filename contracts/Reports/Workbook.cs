namespace DrAivBot.Reports;

/// <summary>A workbook to be written as .xlsx.</summary>
public sealed record Workbook
{
    /// <summary>More rows than this in a sheet are written in bulk, see <see cref="IReports.WriteAsync"/>.</summary>
    public const int BulkRows = 5000;

    /// <summary>Its sheets, in order; at least one.</summary>
    public required IReadOnlyList<Sheet> Sheets { get; init; }
}

/// <summary>
/// One sheet: a title, a header with a filter that stays in view, and rows. Printed as wide as the page, the header on each
/// page, pages numbered. Pictures lie on empty rows, so a sheet with pictures has neither the filter nor the repeated header; a
/// picture that fits a page is not divided between two.
/// </summary>
public sealed record Sheet
{
    /// <summary>On its tab: cut to the 31 characters Excel allows, what Excel forbids (<c>: \ / ? * [ ]</c>) replaced.</summary>
    public required string Name { get; init; }

    /// <summary>A large line above the header; null, the default, for none.</summary>
    public string? Title { get; init; }

    /// <summary>Small lines below the title. None by default.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Its columns from the left; at least one.</summary>
    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>Its rows from the top; a row may have fewer cells than there are columns, never more.</summary>
    public required IReadOnlyList<IReadOnlyList<Cell>> Rows { get; init; }

    /// <summary>Columns from the left that stay in view beside the header. 0 by default.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Colour of the header as 0xRRGGBB; its letters are white. A dark blue by default.</summary>
    public int HeaderColor { get; init; } = 0x334155;

    /// <summary>Whether it is printed upright instead of in landscape. False by default.</summary>
    public bool IsPortrait { get; init; }

    /// <summary>Pictures on the sheet. None by default.</summary>
    public IReadOnlyList<SheetPicture> Pictures { get; init; } = [];
}

/// <summary>A column of a sheet.</summary>
public sealed record SheetColumn
{
    /// <summary>What the header says.</summary>
    public required string Title { get; init; }

    /// <summary>Width in characters, 2 to 100; null, the default, makes it as wide as its cells need, within limits.</summary>
    public double? Width { get; init; }

    /// <summary>
    /// How numbers are shown, as Excel writes it, for example <c>#,##0.00</c>. Null, the default, shows numbers as they are, dates in
    /// the reader's way and percentages without decimals.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>Whether long texts wrap within the cell instead of being cut off; needs a <see cref="Width"/>. False by default.</summary>
    public bool Wraps { get; init; }

    /// <summary>Where its header and cells stand. Null, the default, puts texts at the left, numbers, shares and days at the right.</summary>
    public TableAlignment? Alignment { get; init; }
}

/// <summary>A picture on a sheet.</summary>
public sealed record SheetPicture
{
    /// <summary>PNG.</summary>
    public required ReadOnlyMemory<byte> Png { get; init; }

    /// <summary>The row below which it begins, counted from 1; 0 begins at the top.</summary>
    public required int Row { get; init; }

    /// <summary>The column right of which it begins, counted from 1; 0 begins at the left.</summary>
    public required int Column { get; init; }

    /// <summary>How many rows it covers, at least 1.</summary>
    public required int RowSpan { get; init; }

    /// <summary>How many columns it covers, at least 1.</summary>
    public required int ColumnSpan { get; init; }

    /// <summary>
    /// Whether it keeps its proportions and is as large as fits into the rows and columns it covers, from their upper left corner.
    /// False, the default, stretches it over all of them.
    /// </summary>
    public bool KeepsProportions { get; init; }
}
