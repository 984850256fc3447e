using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Colours of the board. Whether a post is filled is told by shapes as well: boards are printed in grey, and read by the colour-blind.</summary>
internal static class BoardColors
{
    public static readonly SKColor Paper = new(0xF1, 0xF5, 0xF9);
    public static readonly SKColor Card = SKColors.White;
    public static readonly SKColor Edge = new(0xD5, 0xDD, 0xE7);
    public static readonly SKColor Ink = new(0x0F, 0x17, 0x2A);
    public static readonly SKColor Soft = new(0x47, 0x55, 0x69);
    public static readonly SKColor Vacant = new(0xB4, 0x53, 0x09);
    public static readonly SKColor VacantFill = new(0xFF, 0xF7, 0xE6);
    public static readonly SKColor Waiting = new(0x64, 0x74, 0x8B);

    /// <summary>White letters can be read on each of them.</summary>
    public static SKColor Division(int number) => number switch
    {
        1 => new(0x6D, 0x28, 0xD9),
        2 => new(0xC2, 0x41, 0x0C),
        3 => new(0x04, 0x78, 0x57),
        4 => new(0x1D, 0x4E, 0xD8),
        5 => new(0x0E, 0x74, 0x90),
        6 => new(0xBE, 0x18, 0x5D),
        _ => new(0x33, 0x41, 0x55),
    };

    /// <summary>The colour as a breath on white.</summary>
    public static SKColor Tint(SKColor color) => new(Lift(color.Red), Lift(color.Green), Lift(color.Blue));

    private static byte Lift(byte part) => (byte)(part + ((255 - part) * 0.90));
}
