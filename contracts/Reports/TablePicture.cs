namespace DrAivBot.Reports;

/// <summary>
/// A table to be drawn, as wide as a phone shows it: columns share the width by what stands in them, long texts wrap and are
/// cut with «…», cells may be filled with a colour, as in a matrix of results. Rows there is no place for are counted.
/// </summary>
public sealed record TablePicture
{
    /// <summary>In large letters.</summary>
    public required string Title { get; init; }

    /// <summary>Below the title; null, the default, for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The columns from the left, 1 to 20.</summary>
    public required IReadOnlyList<TablePictureColumn> Columns { get; init; }

    /// <summary>The rows from the top.</summary>
    public required IReadOnlyList<TablePictureRow> Rows { get; init; }

    /// <summary>How many rows there is no place for, for example <c>и ещё 30 строк</c>.</summary>
    public required Func<int, string> More { get; init; }

    /// <summary>What the colours mean, below the table. None by default.</summary>
    public IReadOnlyList<PictureLegend> Legend { get; init; } = [];
}

/// <summary>A column of the table.</summary>
public sealed record TablePictureColumn
{
    /// <summary>What the header says; a header of empty titles only is left out.</summary>
    public required string Title { get; init; }

    /// <summary>Where texts stand in it. <see cref="TableAlignment.Start"/> by default.</summary>
    public TableAlignment Alignment { get; init; }

    /// <summary>Width in relation to the other columns that have one; null, the default, for as much as its texts need.</summary>
    public double? Share { get; init; }
}

/// <summary>A row of the table.</summary>
public sealed record TablePictureRow
{
    /// <summary>Its cells from the left; fewer than there are columns leave the rest empty, never more.</summary>
    public required IReadOnlyList<TablePictureCell> Cells { get; init; }

    /// <summary>How it looks. <see cref="TableRowKind.Plain"/> by default.</summary>
    public TableRowKind Kind { get; init; }
}

/// <summary>A cell of the table.</summary>
public sealed record TablePictureCell
{
    /// <summary>What it says; empty for nothing. Emoji are left out.</summary>
    public required string Text { get; init; }

    /// <summary>Background as 0xRRGGBB; letters are dark or white, as can be read on it. Null, the default, for none.</summary>
    public int? Fill { get; init; }

    /// <summary>Whether it is bold. False by default.</summary>
    public bool IsBold { get; init; }
}

/// <summary>Where texts stand in a column. New ones may come.</summary>
public enum TableAlignment
{
    /// <summary>At the left.</summary>
    Start = 0,

    /// <summary>In the middle.</summary>
    Center = 1,

    /// <summary>At the right, as numbers do.</summary>
    End = 2,
}

/// <summary>How a row of a table looks. New ones may come.</summary>
public enum TableRowKind
{
    /// <summary>As most rows do.</summary>
    Plain = 0,

    /// <summary>Its first text, across the whole width, heads the rows below.</summary>
    Heading = 1,

    /// <summary>Bold, set off from the rows above: a sum of them.</summary>
    Total = 2,
}
