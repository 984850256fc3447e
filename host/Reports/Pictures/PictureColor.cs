using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Colours that modules choose.</summary>
internal static class PictureColor
{
    /// <summary>The colour written as 0xRRGGBB.</summary>
    public static SKColor Of(int color) => new((byte)(color >> 16), (byte)(color >> 8), (byte)color);

    /// <summary>The colour mixed with white; 1 is white.</summary>
    public static SKColor Lighter(SKColor color, float white) => new(Lift(color.Red, white), Lift(color.Green, white), Lift(color.Blue, white));

    /// <summary>Letters that can be read on a colour.</summary>
    public static SKColor InkOn(SKColor color) =>
        (0.299f * color.Red) + (0.587f * color.Green) + (0.114f * color.Blue) > 150 ? BoardColors.Ink : SKColors.White;

    private static byte Lift(byte part, float white) => (byte)(part + ((255 - part) * white));
}
