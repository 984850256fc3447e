using System.Globalization;

namespace DrAivBot.Analysis.Profile;

/// <summary>Reads numbers as people type them: «1 500», «1500,5», «12 %».</summary>
internal static class TypedNumber
{
    private const int LongestNumber = 24;

    /// <summary>Null for what is no number.</summary>
    public static decimal? Parse(string typed)
    {
        var digits = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter))).TrimEnd('%').Replace(',', '.');
        return digits.Length <= LongestNumber
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    /// <summary>With spaces between thousands in Russian, commas in English; at most two decimals.</summary>
    public static string Show(decimal number, CultureInfo culture) => number.ToString("#,##0.##", culture);

    /// <summary>As it is stored.</summary>
    public static string Store(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
