using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Draws a table as wide as a phone shows it.</summary>
internal sealed class TablePainter : IDisposable
{
    private const float Width = 1280;
    private const float Margin = 28;

    /// <summary>Telegram takes photos of at most 10,000 points of width and height together.</summary>
    private const float MostHeight = 8400;

    private readonly TablePicture _picture;
    private readonly PictureHead _head;
    private readonly TableStyle _style;
    private readonly float[] _widths;

    private TablePainter(BoardFonts fonts, TablePicture picture)
    {
        _picture = picture;
        _head = new(fonts, picture.Title, picture.Subtitle, picture.Legend, Width - (2 * Margin));
        _style = TableStyle.Fitting(fonts, picture, Width - (2 * Margin));
        _widths = TableWidths.Of(picture, _style, Width - (2 * Margin));
    }

    public static ReadOnlyMemory<byte> Paint(BoardFonts fonts, TablePicture picture)
    {
        using var painter = new TablePainter(fonts, picture);
        return painter.Paint();
    }

    public void Dispose()
    {
        _head.Dispose();
        _style.Dispose();
    }

    private byte[] Paint()
    {
        var top = Margin + _head.Height + 18;
        var header = _picture.Columns.All(column => column.Title.Length == 0) ? null : TableRowPiece.Header(_style, _picture.Columns, _widths);
        var rows = new List<TableRowPiece>(_picture.Rows.Count);
        var bottom = top + (header?.Height ?? 0);
        for (var i = 0; i < _picture.Rows.Count; i++)
        {
            var row = TableRowPiece.Of(_style, _picture.Columns, _widths, _picture.Rows[i], isStriped: i % 2 == 1);
            var rest = _picture.Rows.Count - i;
            if (bottom + row.Height > MostHeight)
            {
                row = TableRowPiece.Note(_style, _widths, _picture.More(rest));
                i = _picture.Rows.Count;
            }

            rows.Add(row);
            bottom += row.Height;
        }

        var height = bottom + (_head.LegendHeight > 0 ? _head.LegendHeight + 22 : 0) + Margin;
        return PictureSurface.Paint(Width, height, canvas =>
        {
            _head.Draw(canvas, Margin, Margin * 0.7f);
            DrawTable(canvas, header, rows, top, bottom);
            _head.DrawLegend(canvas, Margin, bottom + 20);
        });
    }

    private static void DrawTable(SKCanvas canvas, TableRowPiece? header, List<TableRowPiece> rows, float top, float bottom)
    {
        canvas.Save();
        using var shape = new SKRoundRect(new(Margin, top, Width - Margin, bottom), 18);
        canvas.ClipRoundRect(shape, antialias: true);
        canvas.Fill(shape.Rect, BoardColors.Card);
        var y = top;
        foreach (var row in header is null ? rows : rows.Prepend(header))
        {
            row.Draw(canvas, Margin, y);
            y += row.Height;
        }

        canvas.Restore();
    }
}
