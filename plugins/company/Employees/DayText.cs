using System.Globalization;
using System.Text.RegularExpressions;
using DrAivBot.Texts;

namespace DrAivBot.Company.Employees;

/// <summary>Days as people type and read them.</summary>
internal static partial class DayText
{
    private const int Century = 2000;

    /// <summary>«12 мая 2026», "12 May 2026".</summary>
    public static string Day(IText text, DateOnly day) => day.ToString("d MMMM yyyy", text.Culture);

    /// <summary>«12–20 мая 2026», or one day alone.</summary>
    public static string Period(IText text, DateOnly from, DateOnly until)
    {
        var begin = from == until ? ""
            : (from.Year, from.Month) == (until.Year, until.Month) ? from.Day.ToString(CultureInfo.InvariantCulture) + "–"
            : from.ToString(from.Year == until.Year ? "d MMMM" : "d MMMM yyyy", text.Culture) + " – ";
        return begin + Day(text, until);
    }

    /// <summary>A period that may have no end.</summary>
    public static string Term(IText text, DateOnly from, DateOnly? until) =>
        until is { } last ? Period(text, from, last) : text.Get("company.day.since", ("day", Day(text, from)));

    /// <summary>
    /// Reads «12.05», «12.05–20.05», «12.05.2026 - 20.05.2026», «2026-05-12» and the words for today and tomorrow. A year that is left out
    /// is the one in which the day is not over.
    /// </summary>
    /// <returns>Null for anything else, and for a day that no calendar has.</returns>
    public static (DateOnly From, DateOnly Until)? Read(IText text, string typed, DateOnly today)
    {
        var plain = typed.Trim()
            .Replace(text.Get("company.day.today"), Iso(today), StringComparison.OrdinalIgnoreCase)
            .Replace(text.Get("company.day.tomorrow"), Iso(today.AddDays(1)), StringComparison.OrdinalIgnoreCase);
        if (Typed().Match(plain) is not { Success: true } match || ReadDay(match, "a", today) is not { } from)
        {
            return null;
        }

        return !match.Groups["b"].Success ? (from, from) : ReadDay(match, "b", from) is { } until ? (from, until) : null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? ReadDay(Match match, string side, DateOnly notBefore)
    {
        if (match.Groups[side + "iso"] is { Success: true } iso)
        {
            return DateOnly.TryParseExact(iso.Value, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? exact : null;
        }

        var (day, month) = (NumberOf(match, side + "d"), NumberOf(match, side + "m"));
        if (match.Groups[side + "y"].Success)
        {
            var year = NumberOf(match, side + "y");
            return Make(year < 100 ? Century + year : year, month, day);
        }

        return Make(notBefore.Year, month, day) is { } near && near >= notBefore ? near : Make(notBefore.Year + 1, month, day) ?? Make(notBefore.Year, month, day);
    }

    private static int NumberOf(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static DateOnly? Make(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9998 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(
        """
        ^(?:\p{L}+\s+)?
        (?<a>(?<aiso>\d{4}-\d{1,2}-\d{1,2})|(?<ad>\d{1,2})[./](?<am>\d{1,2})(?:[./](?<ay>\d{4}|\d{2}))?)
        (?:\s*(?:[-–—]|\p{L}+)\s*
        (?<b>(?<biso>\d{4}-\d{1,2}-\d{1,2})|(?<bd>\d{1,2})[./](?<bm>\d{1,2})(?:[./](?<by>\d{4}|\d{2}))?))?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Typed();
}
