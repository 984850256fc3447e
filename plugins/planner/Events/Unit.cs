namespace DrAivBot.Planner.Events;

/// <summary>A department or a division as one number: 1 to 21, or 100 and 1 to 7.</summary>
internal static class Unit
{
    private const int DivisionBase = 100;

    public static int Department(int number) => number;

    public static int Division(int number) => DivisionBase + number;

    public static bool IsDivision(int unit) => unit > DivisionBase;

    /// <summary>The number people know it by.</summary>
    public static int NumberOf(int unit) => unit > DivisionBase ? unit - DivisionBase : unit;

    public static bool Exists(int unit) => unit is >= 1 and <= 21 or >= 101 and <= 107;
}
