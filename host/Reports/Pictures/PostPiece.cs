using System.Text;
using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>A post with a circle: full with initials when it is filled, broken when somebody only minds it, broken and empty when it is vacant.</summary>
internal sealed class PostPiece
{
    private readonly BoardStyle _style;
    private readonly OrgBoardPost _post;
    private readonly SKColor _color;
    private readonly float _radius;
    private readonly TextPiece _name;
    private readonly TextPiece _holder;
    private readonly TextPiece? _note;

    public PostPiece(BoardStyle style, OrgBoardWords words, OrgBoardPost post, SKColor color, float width)
    {
        (_style, _post, _color) = (style, post, color);
        _radius = style.Unit * (post.IsHead ? 1.25f : 0.85f);
        var inner = width - TextOffset;
        _name = new(style.Post, FormattableString.Invariant($"{post.Number} · {post.Name}"), inner, 3, BoardColors.Soft);
        _holder = post switch
        {
            { Holder: null } => new(style.Holder, words.Vacant, inner, 1, BoardColors.Vacant),
            { IsTemporary: true } => new(style.Minded, post.Holder, inner, 3, BoardColors.Soft),
            _ => new(style.Holder, post.Holder, inner, 3, BoardColors.Ink),
        };
        _note = post is { Holder: not null, IsTemporary: true } ? new(style.Post, words.Temporary, inner, 1, BoardColors.Vacant) : null;
    }

    public float Height => Math.Max(_radius * 2, TextHeight);

    private float TextHeight => _name.Height + _holder.Height + (_note?.Height ?? 0);

    private float TextOffset => (_radius * 2) + (_style.Unit * 0.5f);

    public void Draw(SKCanvas canvas, float x, float y)
    {
        var top = y + ((Height - TextHeight) / 2);
        DrawCircle(canvas, x + _radius, y + (_radius > TextHeight / 2 ? Height / 2 : Math.Min(Height / 2, _radius + (_style.Unit * 0.2f))));
        _name.Draw(canvas, x + TextOffset, top);
        _holder.Draw(canvas, x + TextOffset, top + _name.Height);
        _note?.Draw(canvas, x + TextOffset, top + _name.Height + _holder.Height);
    }

    private void DrawCircle(SKCanvas canvas, float x, float y)
    {
        Mark(canvas, x, y, _radius, _color, _post);
        if (_post.Holder is { } holder && _post.IsHead)
        {
            var color = _post.IsTemporary ? BoardColors.Waiting : SKColors.White;
            _style.Initials.WriteCentered(canvas, InitialsOf(holder), x, y - (_style.Initials.LineHeight * 0.5f), color);
        }
    }

    /// <summary>The circle of a post, for the legend too.</summary>
    public static void Mark(SKCanvas canvas, float x, float y, float radius, SKColor color, OrgBoardPost post)
    {
        var (fill, line) = post switch
        {
            { Holder: null } => (BoardColors.VacantFill, BoardColors.Vacant),
            { IsTemporary: true } => (BoardColors.Paper, BoardColors.Waiting),
            _ => (color, color),
        };
        using var inside = new SKPaint { Color = fill, IsAntialias = true };
        canvas.DrawCircle(x, y, radius, inside);
        var width = Math.Max(2, radius * 0.1f);
        using var dashes = SKPathEffect.CreateDash([radius * 0.45f, radius * 0.3f], 0);
        using var edge = new SKPaint
        {
            Color = line,
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            PathEffect = post is { Holder: not null, IsTemporary: false } ? null : dashes,
        };
        canvas.DrawCircle(x, y, radius - (width / 2), edge);
        if (post.Holder is null)
        {
            using var plus = new SKPaint { Color = line, IsAntialias = true, StrokeWidth = width, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round };
            canvas.DrawLine(x - (radius * 0.35f), y, x + (radius * 0.35f), y, plus);
            canvas.DrawLine(x, y - (radius * 0.35f), x, y + (radius * 0.35f), plus);
        }
    }

    private static string InitialsOf(string name)
    {
        var letters = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.EnumerateRunes().FirstOrDefault(Rune.IsLetter))
            .Where(rune => rune != default)
            .Take(2);
        return string.Concat(letters.Select(Rune.ToUpperInvariant));
    }
}
