using System.Globalization;
using System.Text.RegularExpressions;

namespace DrAivBot.Analysis.Writing;

/// <summary>Finds percentages in texts, however they are written.</summary>
internal static partial class Percentages
{
    public static HashSet<decimal> In(string text) =>
    [
        .. Form().Matches(text).Select(found => decimal.TryParse(found.Groups["number"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : decimal.MaxValue),
    ];

    [GeneratedRegex(@"(?<number>\d{1,20}([.,]\d{1,6})?)\s{0,3}(%|٪|％|процент|per\s?cent|/\s?100\b|из\s100\b|(out\s)?of\s100\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
