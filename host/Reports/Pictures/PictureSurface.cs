using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>What pictures are drawn on.</summary>
internal static class PictureSurface
{
    /// <summary>Areas of one colour and letters: filters, which guess at gradients, take half of the time and make files larger.</summary>
    private static readonly SKPngEncoderOptions Encoding = new(SKPngEncoderFilterFlags.None, zLibLevel: 6);

    /// <summary>Draws and encodes.</summary>
    /// <returns>A PNG.</returns>
    public static byte[] Paint(float width, float height, Action<SKCanvas> draw)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)MathF.Ceiling(width), (int)MathF.Ceiling(height), SKColorType.Rgba8888, SKAlphaType.Opaque))
            ?? throw new InvalidOperationException($"There is not enough memory for a picture of {width:0} × {height:0} points.");
        surface.Canvas.Clear(BoardColors.Paper);
        draw(surface.Canvas);
        using var pixels = surface.PeekPixels();
        using var png = pixels?.Encode(Encoding) ?? throw new InvalidOperationException($"A picture of {width:0} × {height:0} points cannot be encoded.");
        return png.ToArray();
    }

    public static void Fill(this SKCanvas canvas, SKRect place, SKColor color, float radius = 0)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawRoundRect(place, radius, radius, paint);
    }

    public static void Line(this SKCanvas canvas, SKPoint from, SKPoint to, SKColor color, float width)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true, StrokeWidth = width };
        canvas.DrawLine(from, to, paint);
    }
}
