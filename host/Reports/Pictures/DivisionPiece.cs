using System.Globalization;
using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>The head of a division: number, name, how much is filled, product, and who heads it.</summary>
internal sealed class DivisionPiece : IDisposable
{
    private readonly BoardStyle _style;
    private readonly SKColor _color;
    private readonly float _width;
    private readonly Lettering _large;
    private readonly Lettering _title;
    private readonly string _number;
    private readonly TextPiece _name;
    private readonly TextPiece _count;
    private readonly TextPiece _label;
    private readonly TextPiece _product;
    private readonly PostPiece? _head;
    private readonly float _numberWidth;

    public DivisionPiece(BoardFonts fonts, BoardStyle style, OrgBoardWords words, OrgBoardDivision division, float width)
    {
        (_style, _width, _color) = (style, width, BoardColors.Division(division.Number));
        _large = new(fonts, style.Unit * 2.4f, isBold: true);
        _title = new(fonts, style.Unit * 1.18f, isBold: true);
        _number = division.Number.ToString(CultureInfo.InvariantCulture);
        _numberWidth = _large.Measure(_number) + (style.Unit * 0.7f);
        var inner = width - (2 * style.Padding);
        _name = new(_title, division.Name, inner - _numberWidth, 4, SKColors.White);
        OrgBoardPost[] posts = [.. division.Head is { } head ? [head] : Array.Empty<OrgBoardPost>(), .. division.Departments.SelectMany(department => department.Posts)];
        _count = new(style.Post, words.Count(posts.Count(post => post is { Holder: not null, IsTemporary: false }), posts.Length), inner - _numberWidth, 1, SKColors.White);
        _label = new(style.Label, words.Product, inner, 1, SKColors.White);
        _product = new(style.Product, division.Product, inner, 4, SKColors.White);
        _head = division.Head is { } post ? new(style, words, post, _color, inner - style.Padding) : null;
    }

    public float Height => (2 * _style.Padding) + TitleHeight + Gap + _label.Height + _product.Height + (_head is null ? 0 : Gap + HeadHeight);

    private float Gap => _style.Unit * 0.6f;

    private float TitleHeight => Math.Max(_large.LineHeight * 0.8f, _name.Height + _count.Height);

    private float HeadHeight => _head!.Height + _style.Padding;

    public void Draw(SKCanvas canvas, float x, float y, float height)
    {
        var radius = _style.Unit * 0.6f;
        using var fill = new SKPaint { Color = _color, IsAntialias = true };
        canvas.DrawRoundRect(new(x, y, x + _width, y + height), radius, radius, fill);
        var bottom = y + height - _style.Padding;
        (x, y) = (x + _style.Padding, y + _style.Padding);
        _large.Write(canvas, _number, x, y - (_style.Unit * 0.35f), SKColors.White);
        _name.Draw(canvas, x + _numberWidth, y);
        _count.Draw(canvas, x + _numberWidth, y + _name.Height);
        y += TitleHeight + Gap;
        _label.Draw(canvas, x, y);
        _product.Draw(canvas, x, y + _label.Height);
        if (_head is not null)
        {
            using var card = new SKPaint { Color = SKColors.White, IsAntialias = true };
            var top = bottom - HeadHeight;
            canvas.DrawRoundRect(new(x, top, x + _width - (2 * _style.Padding), bottom), radius * 0.7f, radius * 0.7f, card);
            _head.Draw(canvas, x + (_style.Padding / 2), top + (_style.Padding / 2));
        }
    }

    public void Dispose()
    {
        _large.Dispose();
        _title.Dispose();
    }
}
