namespace DrAivBot.Analysis.Results;

/// <summary>Colours of zones on pictures and sheets, from the worst.</summary>
internal static class ZoneColors
{
    public const int Unknown = 0xCBD5E1;
    public const int Empty = 0xF1F5F9;

    private static readonly int[] Colors = [0xFCA5A5, 0xFED7AA, 0xFEF08A, 0x86EFAC];

    public static int Of(int zone) => Colors[Math.Clamp(zone, 0, Colors.Length - 1)];
}
