using System.Globalization;
using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>A department: its name, its product, its head and the other posts in one or two columns.</summary>
internal sealed class DepartmentPiece
{
    private readonly BoardStyle _style;
    private readonly SKColor _color;
    private readonly float _width;
    private readonly string _number;
    private readonly TextPiece _name;
    private readonly TextPiece _label;
    private readonly TextPiece _product;
    private readonly List<PostPiece> _heads;
    private readonly List<PostPiece[]> _rows;
    private readonly TextPiece? _more;
    private readonly float _badge;

    public DepartmentPiece(BoardStyle style, OrgBoardWords words, OrgBoardDepartment department, SKColor color, float width, int columns, int shown)
    {
        (_style, _color, _width) = (style, color, width);
        _number = department.Number.ToString(CultureInfo.InvariantCulture);
        _badge = style.Unit * 1.9f;
        var inner = width - (2 * style.Padding);
        _name = new(style.Name, department.Name, inner - _badge - (style.Unit * 0.5f), 3, BoardColors.Ink);
        _label = new(style.Label, words.Product, inner, 1, color);
        _product = new(style.Product, department.Product, inner, 3, BoardColors.Soft);
        var others = department.Posts.Where(post => !post.IsHead).ToArray();
        _heads = [.. department.Posts.Where(post => post.IsHead).Select(post => new PostPiece(style, words, post, color, inner))];
        var column = (inner - ((columns - 1) * style.Padding)) / columns;
        _rows = [.. others.Take(shown).Select(post => new PostPiece(style, words, post, color, column)).Chunk(columns)];
        _more = others.Length > shown ? new(style.Post, words.More(others.Length - shown), inner, 1, BoardColors.Soft) : null;
    }

    /// <summary>How high it has to be; it may be drawn higher.</summary>
    public float Height => (2 * _style.Padding) + TitleHeight + (Gap * 0.5f) + _label.Height + _product.Height + Gap + Stacked();

    private float Gap => _style.Unit * 0.7f;

    private float TitleHeight => Math.Max(_badge, _name.Height);

    public void Draw(SKCanvas canvas, float x, float y, float height)
    {
        DrawCard(canvas, new(x, y, x + _width, y + height));
        (x, y) = (x + _style.Padding, y + _style.Padding);
        DrawTitle(canvas, x, y);
        y += TitleHeight + (Gap * 0.5f);
        _label.Draw(canvas, x, y);
        _product.Draw(canvas, x, y + _label.Height);
        y += _label.Height + _product.Height + (Gap * 0.5f);
        DrawRule(canvas, x, y);
        y += Gap * 0.5f;
        foreach (var head in _heads)
        {
            head.Draw(canvas, x, y);
            y += head.Height + Gap;
        }

        foreach (var row in _rows)
        {
            DrawRow(canvas, row, x, y);
            y += HeightOf(row) + Gap;
        }

        _more?.Draw(canvas, x, y);
    }

    private static float HeightOf(PostPiece[] row) => row.Max(post => post.Height);

    private float Stacked()
    {
        float[] heights = [.. _heads.Select(head => head.Height), .. _rows.Select(HeightOf), .. _more is null ? Array.Empty<float>() : [_more.Height]];
        return heights.Sum() + (Math.Max(0, heights.Length - 1) * Gap);
    }

    private void DrawCard(SKCanvas canvas, SKRect area)
    {
        var radius = _style.Unit * 0.5f;
        using var fill = new SKPaint { Color = BoardColors.Card, IsAntialias = true };
        using var edge = new SKPaint { Color = BoardColors.Edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        using var bar = new SKPaint { Color = _color, IsAntialias = true };
        canvas.DrawRoundRect(area, radius, radius, fill);
        canvas.Save();
        using var shape = new SKRoundRect(area, radius);
        canvas.ClipRoundRect(shape, antialias: true);
        canvas.DrawRect(new(area.Left, area.Top, area.Left + (_style.Unit * 0.3f), area.Bottom), bar);
        canvas.Restore();
        canvas.DrawRoundRect(area, radius, radius, edge);
    }

    private void DrawTitle(SKCanvas canvas, float x, float y)
    {
        using var fill = new SKPaint { Color = BoardColors.Tint(_color), IsAntialias = true };
        canvas.DrawRoundRect(new(x, y, x + _badge, y + _badge), _style.Unit * 0.4f, _style.Unit * 0.4f, fill);
        _style.Name.WriteCentered(canvas, _number, x + (_badge / 2), y + ((_badge - _style.Name.LineHeight) / 2), _color);
        _name.Draw(canvas, x + _badge + (_style.Unit * 0.5f), y + Math.Max(0, (_badge - _name.Height) / 2));
    }

    private void DrawRule(SKCanvas canvas, float x, float y)
    {
        using var line = new SKPaint { Color = BoardColors.Edge, StrokeWidth = 2 };
        canvas.DrawLine(x, y, x + _width - (2 * _style.Padding), y, line);
    }

    private void DrawRow(SKCanvas canvas, PostPiece[] row, float x, float y)
    {
        var columns = _rows.Max(other => other.Length);
        var step = (_width - (2 * _style.Padding) + _style.Padding) / columns;
        for (var i = 0; i < row.Length; i++)
        {
            row[i].Draw(canvas, x + (i * step), y);
        }
    }
}
