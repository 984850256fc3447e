using System.Collections.Frozen;
using System.Globalization;

namespace DrAivBot.Texts;

/// <summary>The words people use for days and times, in both languages at once: who writes Russian may well type "fri".</summary>
internal static class CalendarWords
{
    /// <summary>So many letters of a name are enough to know it.</summary>
    private const int ShortestStem = 3;

    private static readonly string[][] Months =
    [
        ["январь", "января", "январе", "january"], ["февраль", "февраля", "феврале", "february"], ["март", "марта", "марте", "march"],
        ["апрель", "апреля", "апреле", "april"], ["май", "мая", "мае", "may"], ["июнь", "июня", "июне", "june"],
        ["июль", "июля", "июле", "july"], ["август", "августа", "августе", "august"], ["сентябрь", "сентября", "сентябре", "september"],
        ["октябрь", "октября", "октябре", "october"], ["ноябрь", "ноября", "ноябре", "november"], ["декабрь", "декабря", "декабре", "december"],
    ];

    /// <summary>From Sunday, as <see cref="DayOfWeek"/> counts.</summary>
    private static readonly string[][] Weekdays =
    [
        ["воскресенье", "воскресенья", "воскресеньям", "sunday", "sundays"],
        ["понедельник", "понедельника", "понедельникам", "monday", "mondays"],
        ["вторник", "вторника", "вторникам", "tuesday", "tuesdays"],
        ["среда", "среду", "среды", "средам", "wednesday", "wednesdays"],
        ["четверг", "четверга", "четвергам", "thursday", "thursdays"],
        ["пятница", "пятницу", "пятницы", "пятницам", "friday", "fridays"],
        ["суббота", "субботу", "субботы", "субботам", "saturday", "saturdays"],
    ];

    private static readonly string[] ShortWeekdays = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"];

    private static readonly FrozenDictionary<string, int> Offsets = Words(
        ("позавчера", -2), ("вчера", -1), ("сегодня", 0), ("завтра", 1), ("послезавтра", 2),
        ("yesterday", -1), ("today", 0), ("tomorrow", 1), ("tmrw", 1));

    private static readonly FrozenDictionary<string, int> Amounts = Words(
        ("a", 1), ("an", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
        ("один", 1), ("одну", 1), ("два", 2), ("две", 2), ("три", 3), ("четыре", 4), ("пять", 5), ("шесть", 6));

    /// <summary>1 to 12; null for a word that names no month.</summary>
    public static int? FindMonth(string word) => FindStem(Months, word) is { } index ? index + 1 : null;

    public static DayOfWeek? FindWeekday(string word) =>
        Array.IndexOf(ShortWeekdays, word) is >= 0 and var index ? (DayOfWeek)index : (DayOfWeek?)FindStem(Weekdays, word);

    /// <summary>Days from today; null for a word that names no such day.</summary>
    public static int? FindOffset(string word) => Offsets.TryGetValue(word, out var days) ? days : null;

    /// <summary>A number in digits or as a word.</summary>
    public static int? FindAmount(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 9999 ? number
        : Amounts.TryGetValue(word, out number) ? number
        : null;

    /// <summary>The words of a text in small letters, «ё» as «е», without what only ends a sentence or an abbreviation.</summary>
    public static string[] Split(string typed) =>
    [
        .. typed.ToLowerInvariant().Replace('ё', 'е').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim(',', ';', '!', '?', '.', '«', '»', '"')).Where(word => word.Length > 0),
    ];

    private static FrozenDictionary<string, int> Words(params (string Word, int Value)[] words) =>
        words.ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);

    private static int? FindStem(string[][] names, string word)
    {
        if (word.Length < ShortestStem)
        {
            return null;
        }

        var index = Array.FindIndex(names, forms => forms.Any(form => form.StartsWith(word, StringComparison.Ordinal)));
        return index < 0 ? null : index;
    }
}
