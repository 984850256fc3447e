namespace DrAivBot.Reports;

/// <summary>What came of reading a workbook.</summary>
public sealed record SheetReading
{
    /// <summary>How it went.</summary>
    public required SheetReadingKind Kind { get; init; }

    /// <summary>The rows that are not empty, from the top; none unless it went well.</summary>
    public IReadOnlyList<SheetLine> Lines { get; init; } = [];
}

/// <summary>A row that was read.</summary>
public sealed record SheetLine
{
    /// <summary>Its number as Excel shows it, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// What its cells say, trimmed, by column from the left; empty texts for empty cells. Numbers with a point
    /// (<c>12.5</c>), days as <c>2026-11-23</c>. Untrusted.
    /// </summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>What a cell says; empty beyond the last.</summary>
    /// <param name="column">The column, counted from 0; negative ones are empty.</param>
    /// <returns>The text.</returns>
    public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>How reading a workbook went. New ones may come.</summary>
public enum SheetReadingKind
{
    /// <summary>It was read.</summary>
    Done = 0,

    /// <summary>It is no .xlsx, or a broken or protected one.</summary>
    NotAWorkbook = 1,

    /// <summary>It is too large, or unfolds to more than it may.</summary>
    TooLarge = 2,

    /// <summary>It has more rows than asked for.</summary>
    TooManyRows = 3,

    /// <summary>It has more columns than asked for.</summary>
    TooManyColumns = 4,
}

/// <summary>How much of a workbook is read.</summary>
public sealed record SheetLimits
{
    /// <summary>Rows that are not empty, header included. 1 to 100,000; 10,000 by default.</summary>
    public int MaxRows { get; init; } = 10_000;

    /// <summary>Columns from the left. 1 to 200; 50 by default.</summary>
    public int MaxColumns { get; init; } = 50;

    /// <summary>Characters of a cell; longer texts are cut. 1 to 32,767; 4,000 by default.</summary>
    public int MaxCellLength { get; init; } = 4000;
}
