using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>A block of a week: a breath of its colour with an edge of it, title and note as far as there is room.</summary>
internal sealed class WeekBlockPiece(BoardFonts fonts) : IDisposable
{
    private const float Bar = 6;
    private const float Padding = 5;
    private const float NarrowWidth = 110;
    private const float Radius = 8;
    private const float FillWhite = 0.80f;
    private const float InkShare = 0.55f;
    private readonly Lettering _title = new(fonts, 25, isBold: true);
    private readonly Lettering _note = new(fonts, 22, isBold: false);
    private readonly Lettering _narrow = new(fonts, 19, isBold: false);
    private readonly Lettering _badge = new(fonts, 21, isBold: true);

    /// <summary>So that one line of the title can be read.</summary>
    public float LeastHeight => _title.LineHeight + 8;

    public float BadgeHeight => _badge.LineHeight + 4;

    public void Draw(SKCanvas canvas, WeekPictureBlock block, SKRect place)
    {
        var color = PictureColor.Of(block.Color);
        canvas.Save();
        using var shape = new SKRoundRect(place, Radius);
        canvas.ClipRoundRect(shape, antialias: true);
        canvas.Fill(place, block.IsFaint ? SKColors.White : PictureColor.Lighter(color, FillWhite));
        canvas.Fill(new(place.Left, place.Top, place.Left + Bar, place.Bottom), block.IsFaint ? PictureColor.Lighter(color, 0.4f) : color);
        DrawText(canvas, block, place, color);
        canvas.Restore();
        if (block.IsFaint)
        {
            DrawOutline(canvas, place, color);
        }
    }

    /// <summary>A count, right-aligned.</summary>
    public void DrawBadge(SKCanvas canvas, string text, float right, float top)
    {
        var drawable = fonts.Drawable(text);
        var width = _badge.Measure(drawable) + 16;
        canvas.Fill(SKRect.Create(right - width, top, width, BadgeHeight), BoardColors.Soft, 12);
        _badge.Write(canvas, drawable, right - width + 8, top + 2, SKColors.White);
    }

    public void Dispose()
    {
        _title.Dispose();
        _note.Dispose();
        _badge.Dispose();
        _narrow.Dispose();
    }

    private void DrawText(SKCanvas canvas, WeekPictureBlock block, SKRect place, SKColor color)
    {
        var inner = place.Width - Bar - (2 * Padding) + 2;
        var letters = place.Width < NarrowWidth ? _narrow : _title;
        var room = Math.Max(1, (int)((place.Height - 4) / letters.LineHeight));
        var title = new TextPiece(letters, block.Title, inner, room, block.IsFaint ? BoardColors.Soft : Dark(color));
        var isLow = place.Height < LeastHeight + 8;
        var top = isLow ? place.Top + ((place.Height - letters.LineHeight) / 2) : place.Top + 4;
        title.Draw(canvas, place.Left + Bar + Padding, top);
        var notes = place.Width < NarrowWidth ? _narrow : _note;
        var left = (int)((place.Height - 6 - title.Height) / notes.LineHeight);
        if (block.Note is { Length: > 0 } note && left > 0)
        {
            new TextPiece(notes, note, inner, Math.Min(left, 3), BoardColors.Soft).Draw(canvas, place.Left + Bar + Padding, top + title.Height);
        }
    }

    private static void DrawOutline(SKCanvas canvas, SKRect place, SKColor color)
    {
        using var dashes = SKPathEffect.CreateDash([8, 5], 0);
        using var edge = new SKPaint { Color = PictureColor.Lighter(color, 0.3f), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2, PathEffect = dashes };
        place.Inflate(-1, -1);
        canvas.DrawRoundRect(place, Radius, Radius, edge);
    }

    private static SKColor Dark(SKColor color) => new((byte)(color.Red * InkShare), (byte)(color.Green * InkShare), (byte)(color.Blue * InkShare));
}
