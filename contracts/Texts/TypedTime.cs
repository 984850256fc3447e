using System.Globalization;

namespace DrAivBot.Texts;

/// <summary>
/// Reads times of day as people type them, in Russian and English at once: «15:00», «15.30», «15», «3 часа дня»,
/// «9 утра», «полдень», "3pm", "3:30 pm", "noon".
/// </summary>
public static class TypedTime
{
    private const int LongestInput = 40;
    private const int Noon = 12;

    /// <summary>Reads one time of day. A number alone is an hour.</summary>
    /// <param name="typed">What was typed; nothing else may stand beside the time.</param>
    /// <param name="time">The time that is meant.</param>
    /// <returns>False for anything else, and for a time that no clock shows.</returns>
    public static bool TryRead(string typed, out TimeOnly time)
    {
        var words = typed.Length > LongestInput ? [] : CalendarWords.Split(typed);
        if (words is [("в" or "во" or "с" or "к" or "до" or "at" or "from" or "by" or "until" or "till"), _, ..])
        {
            words = words[1..];
        }

        var found = words is [var word] ? ReadWord(word) : Read(words);
        time = found ?? default;
        return found is not null;
    }

    private static TimeOnly? Read(string[] words) => words switch
    {
        [var clock, ("am" or "pm") and var half] => ReadEnglish(clock, half),
        [var clock, ("утра" or "дня" or "вечера" or "ночи") and var part] => ReadRussian(clock, part),
        [var hour, ("час" or "часа" or "часов" or "ч" or "o'clock")] when hour.All(char.IsAsciiDigit) => ReadClock(hour),
        [var clock, ("час" or "часа" or "часов"), ("утра" or "дня" or "вечера" or "ночи") and var part] => ReadRussian(clock, part),
        [var hour, ("ч" or "час" or "часа" or "часов"), var minute, ("м" or "мин" or "минут" or "минуты" or "минута")] => ReadClock($"{hour}:{minute}"),
        _ => null,
    };

    private static TimeOnly? ReadWord(string word) => word switch
    {
        "полдень" or "noon" => new TimeOnly(Noon, 0),
        "полночь" or "midnight" => TimeOnly.MinValue,
        [.. var clock, 'a' or 'p', 'm'] => ReadEnglish(clock, word[^2..]),
        [.. var clock, 'ч' or 'h'] => ReadClock(clock),
        _ => ReadClock(word),
    };

    private static TimeOnly? ReadEnglish(string clock, string half) => ReadClock(clock) switch
    {
        { Hour: >= 1 and <= Noon } time => new TimeOnly((time.Hour % Noon) + (half == "pm" ? Noon : 0), time.Minute),
        _ => null,
    };

    private static TimeOnly? ReadRussian(string clock, string part) => (ReadClock(clock), part) switch
    {
        (null, _) => null,
        ({ Hour: >= 1 and < Noon } time, "вечера") => time.AddHours(Noon),
        ({ Hour: >= 1 and <= 6 } time, "дня") => time.AddHours(Noon),
        ({ Hour: Noon } time, "ночи") => time.AddHours(-Noon),
        ({ } time, _) => time,
    };

    /// <summary>«15», «15:00», «9.30», «9-30».</summary>
    private static TimeOnly? ReadClock(string clock)
    {
        var parts = clock.Split(':', '.', '-');
        return parts is [{ Length: 1 or 2 } hour] && Number(hour) is { } alone && alone < 24 ? new TimeOnly(alone, 0)
            : parts is [{ Length: 1 or 2 } first, { Length: 2 } second] && Number(first) is { } hours && Number(second) is { } minutes && hours < 24 && minutes < 60
                ? new TimeOnly(hours, minutes)
                : null;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
