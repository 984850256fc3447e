using DrAivBot.Texts;

namespace DrAivBot.Planner.QuickEntry;

/// <summary>The day or the days of a line.</summary>
internal static class DayWords
{
    private const int LongestDay = 5;
    private const int LongestPeriod = 7;

    private static readonly string[] Prepositions =
        ["в", "во", "на", "с", "со", "по", "до", "к", "on", "by", "from", "until", "till", "the", "this", "эту", "этот", "это"];

    /// <summary>A weekday comes again: asked a day later, it is another day.</summary>
    public static (DateOnly Day, bool IsWeekday)? FindDay(Line line, DateOnly today) => line.TakeFirst(LongestDay, (words, at) =>
        NamesDay(words) && TypedDay.TryRead(words, today, out var day)
            ? (day, day == today && TypedDay.TryRead(words, today.AddDays(1), out var later) && later == today.AddDays(7))
            : ((DateOnly, bool)?)null);

    /// <summary>Only with a month or a date in it: «10-12» are hours.</summary>
    public static (DateOnly First, DateOnly Last)? FindPeriod(Line line, DateOnly today) => line.TakeFirst(LongestPeriod, (words, at) =>
        words.Any(char.IsAsciiDigit) && (words.Any(char.IsLetter) || words.Contains('.', StringComparison.Ordinal)) && !words.Contains(':', StringComparison.Ordinal)
        && !TypedDay.TryRead(words, today, out _) && TypedDay.TryReadPeriod(words, today, out var first, out var last) && NamesMonth(words)
            ? (first, last)
            : ((DateOnly, DateOnly)?)null);

    /// <summary>A number alone, even after «в», is an hour or an amount.</summary>
    private static bool NamesDay(string words)
    {
        var rest = words.ToLowerInvariant().Split(' ').SkipWhile(word => Prepositions.Contains(word)).ToArray();
        return rest is not [] && !(rest is [var alone] && alone.Trim('.', ',').All(char.IsAsciiDigit));
    }

    private static bool NamesMonth(string words) =>
        words.Split(' ', '-', '–', '—').Any(word => word.Count(char.IsLetter) >= 3 || (word.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < word.Length - 1));
}
