using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>A row of a table, its texts broken into lines.</summary>
internal sealed class TableRowPiece
{
    private const int MostLines = 3;
    private const float CellGap = 2.5f;
    private static readonly SKColor HeaderFill = new(0x33, 0x41, 0x55);
    private static readonly SKColor HeadingFill = new(0xE2, 0xE8, 0xF0);
    private static readonly SKColor TotalFill = new(0xEE, 0xF2, 0xF7);
    private static readonly SKColor StripeFill = new(0xF8, 0xFA, 0xFC);

    private readonly TableStyle _style;
    private readonly List<CellPiece> _cells = [];
    private readonly float _width;
    private readonly SKColor? _fill;
    private readonly bool _isTotal;

    private TableRowPiece(TableStyle style, IReadOnlyList<float> widths, SKColor? fill, bool isTotal = false) =>
        (_style, _width, _fill, _isTotal) = (style, widths.Sum(), fill, isTotal);

    public float Height => _cells.Max(cell => cell.Height) + (1.5f * _style.Padding);

    public static TableRowPiece Header(TableStyle style, IReadOnlyList<TablePictureColumn> columns, float[] widths)
    {
        var row = new TableRowPiece(style, widths, HeaderFill);
        for (var i = 0; i < columns.Count; i++)
        {
            row.Add(widths, i, columns[i].Title, style.Header, columns[i].Alignment, SKColors.White, fill: null);
        }

        return row;
    }

    public static TableRowPiece Of(TableStyle style, IReadOnlyList<TablePictureColumn> columns, float[] widths, TablePictureRow source, bool isStriped)
    {
        if (source.Kind == TableRowKind.Heading)
        {
            var heading = new TableRowPiece(style, widths, HeadingFill);
            heading.Add([widths.Sum()], 0, source.Cells.Count == 0 ? "" : source.Cells[0].Text, style.Bold, TableAlignment.Start, BoardColors.Ink, fill: null);
            return heading;
        }

        var isTotal = source.Kind == TableRowKind.Total;
        var row = new TableRowPiece(style, widths, isTotal ? TotalFill : isStriped ? StripeFill : null, isTotal);
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = i < source.Cells.Count ? source.Cells[i] : new() { Text = "" };
            var fill = cell.Fill is { } color ? PictureColor.Of(color) : (SKColor?)null;
            var ink = fill is { } under ? PictureColor.InkOn(under) : BoardColors.Ink;
            row.Add(widths, i, cell.Text, isTotal || cell.IsBold ? style.Bold : style.Plain, columns[i].Alignment, ink, fill);
        }

        return row;
    }

    /// <summary>A line across the table.</summary>
    public static TableRowPiece Note(TableStyle style, float[] widths, string text)
    {
        var row = new TableRowPiece(style, widths, fill: null);
        row.Add([widths.Sum()], 0, text, style.Plain, TableAlignment.Start, BoardColors.Soft, fill: null);
        return row;
    }

    public void Draw(SKCanvas canvas, float x, float y)
    {
        if (_fill is { } fill)
        {
            canvas.Fill(SKRect.Create(x, y, _width, Height), fill);
        }

        canvas.Line(new(x, y), new(x + _width, y), _isTotal ? BoardColors.Waiting : BoardColors.Edge, _isTotal ? 3 : 1);
        foreach (var cell in _cells)
        {
            cell.Draw(canvas, SKRect.Create(x + cell.X, y, cell.Width, Height), _style.Padding);
        }
    }

    private void Add(float[] widths, int column, string text, Lettering letters, TableAlignment alignment, SKColor ink, SKColor? fill) =>
        _cells.Add(new(letters, letters.Wrap(text, widths[column] - (2 * _style.Padding), MostLines), alignment, ink, fill)
        {
            X = widths.Take(column).Sum(),
            Width = widths[column],
        });

    private sealed record CellPiece(Lettering Letters, IReadOnlyList<string> Lines, TableAlignment Alignment, SKColor Ink, SKColor? Fill)
    {
        public required float X { get; init; }

        public required float Width { get; init; }

        public float Height => Math.Max(1, Lines.Count) * Letters.LineHeight;

        public void Draw(SKCanvas canvas, SKRect place, float padding)
        {
            if (Fill is { } fill)
            {
                canvas.Fill(new(place.Left + CellGap, place.Top + CellGap, place.Right - CellGap, place.Bottom - CellGap), fill, 8);
            }

            var y = place.Top + ((place.Height - (Lines.Count * Letters.LineHeight)) / 2);
            foreach (var line in Lines)
            {
                var x = Alignment switch
                {
                    TableAlignment.Center => place.MidX - (Letters.Measure(line) / 2),
                    TableAlignment.End => place.Right - padding - Letters.Measure(line),
                    _ => place.Left + padding,
                };
                Letters.Write(canvas, line, x, y, Ink);
                y += Letters.LineHeight;
            }
        }
    }
}
