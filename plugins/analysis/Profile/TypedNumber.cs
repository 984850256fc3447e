using System.Globalization;
using System.Text.RegularExpressions;

namespace DrAivBot.Analysis.Profile;

/// <summary>Reads numbers as people type them: «1 500», «1500,5», «1,500,000», «12 %».</summary>
internal static partial class TypedNumber
{
    private const int LongestNumber = 24;

    /// <summary>Null for what is no number.</summary>
    public static decimal? Parse(string typed)
    {
        var bare = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter))).TrimEnd('%');
        var digits = bare.Length <= LongestNumber && Thousands().IsMatch(bare) ? bare.Replace(",", "", StringComparison.Ordinal) : bare.Replace(',', '.');
        return digits.Length <= LongestNumber
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    /// <summary>With spaces between thousands in Russian, commas in English; at most two decimals.</summary>
    public static string Show(decimal number, CultureInfo culture) => number.ToString("#,##0.##", culture);

    /// <summary>As it is stored.</summary>
    public static string Store(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A comma before three digits stands between thousands, as it is written in English: nobody asks for thousandths here.</summary>
    [GeneratedRegex(@"^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Thousands();
}
