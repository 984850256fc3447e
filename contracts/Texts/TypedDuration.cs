using System.Globalization;

namespace DrAivBot.Texts;

/// <summary>
/// Reads how long something takes as people type it, in Russian and English at once: «1ч», «1,5 часа», «полчаса»,
/// «1 час 30 минут», «90 мин», «1:30», "1h30", "90 min", "half an hour", "2 days".
/// </summary>
public static class TypedDuration
{
    private const int LongestInput = 40;
    private const int MinutesInHour = 60;
    private const int MinutesInDay = 1440;

    /// <summary>The longest that is read.</summary>
    private const decimal MostMinutes = 366 * MinutesInDay;

    /// <summary>Reads a duration. A number alone is not one: it could be hours or minutes.</summary>
    /// <param name="typed">What was typed; nothing else may stand beside the duration.</param>
    /// <param name="length">The duration that is meant, in whole minutes, at least one.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryRead(string typed, out TimeSpan length)
    {
        var words = typed.Length > LongestInput ? [] : CalendarWords.Split(typed);
        var minutes = words is [("на" or "for"), _, ..] ? Read(words[1..]) : Read(words);
        length = minutes is { } found ? TimeSpan.FromMinutes((long)found) : default;
        return minutes is not null;
    }

    private static decimal? Read(string[] words) => words switch
    {
        ["полчаса"] or ["half", "an", "hour"] => MinutesInHour / 2,
        ["полтора", "часа"] => MinutesInHour * 3 / 2,
        ["час"] or ["an", "hour"] => MinutesInHour,
        ["день"] or ["a", "day"] => MinutesInDay,
        [var clock] when clock.Split(':') is [{ Length: 1 or 2 } hours, { Length: 2 } minutes] && Number(hours) is { } h && Number(minutes) is { } m and < MinutesInHour && h + m > 0 => (h * MinutesInHour) + m,
        _ => Sum(Parts(string.Join(' ', words))),
    };

    /// <summary>«1ч30м», «1 ч 30 мин»: amounts and units by turns; the last unit may be left out after hours.</summary>
    private static List<(string Amount, string Unit)> Parts(string text)
    {
        var parts = new List<(string, string)>();
        for (var at = 0; at < text.Length;)
        {
            var amount = Take(text, ref at, c => char.IsAsciiDigit(c) || c is ',' or '.');
            Take(text, ref at, c => c == ' ');
            var unit = Take(text, ref at, char.IsLetter);
            Take(text, ref at, c => c is ' ' or '.');
            if (amount.Length == 0)
            {
                return [];
            }

            parts.Add((amount, unit));
        }

        return parts;
    }

    private static decimal? Sum(List<(string Amount, string Unit)> parts)
    {
        var sum = 0m;
        for (var i = 0; i < parts.Count; i++)
        {
            var (amount, unit) = parts[i];
            var size = unit.Length == 0 && i > 0 && SizeOf(parts[i - 1].Unit) == MinutesInHour ? 1 : SizeOf(unit);
            if (size == 0 || amount.Length > 6 || !decimal.TryParse(amount.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            sum += number * size;
        }

        return sum is >= 1 and <= MostMinutes ? sum : null;
    }

    private static int SizeOf(string unit) => unit switch
    {
        "м" or "мин" or "минут" or "минута" or "минуту" or "минуты" or "m" or "min" or "mins" or "minute" or "minutes" => 1,
        "ч" or "час" or "часа" or "часов" or "h" or "hr" or "hrs" or "hour" or "hours" => MinutesInHour,
        "д" or "день" or "дня" or "дней" or "d" or "day" or "days" => MinutesInDay,
        _ => 0,
    };

    private static string Take(string text, ref int at, Func<char, bool> isWanted)
    {
        var start = at;
        while (at < text.Length && isWanted(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
