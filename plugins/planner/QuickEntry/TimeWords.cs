using DrAivBot.Texts;

namespace DrAivBot.Planner.QuickEntry;

/// <summary>The times of a line.</summary>
internal static class TimeWords
{
    private const int LongestTime = 4;
    private const int LongestRange = 7;

    private static readonly string[] At = ["в", "к", "с", "at", "from", "by"];

    private static readonly string[] Dashes = ["-", "–", "—"];

    private static readonly (string Word, TimeOnly Time)[] Parts =
    [
        ("утром", new(9, 0)), ("днем", new(14, 0)), ("вечером", new(19, 0)), ("morning", new(9, 0)), ("afternoon", new(14, 0)), ("evening", new(19, 0)),
    ];

    /// <summary>«через 2 часа», "in half an hour"; days are no delay.</summary>
    public static TimeSpan? FindDelay(Line line) => line.TakeFirst(LongestTime + 1, (words, start) =>
        line[start] is "через" or "in" && words.Split(' ', 2) is [_, var rest] && !EndsInDays(rest) && TypedDuration.TryRead(rest, out var delay) ? delay : (TimeSpan?)null);

    /// <summary>«10-12», «с 10 до 12», "2-3pm".</summary>
    public static (TimeOnly From, TimeOnly Until)? FindRange(Line line) => line.TakeFirst(LongestRange, (words, start) => ReadRange(words, line[start]));

    public static TimeOnly? FindTime(Line line)
    {
        var found = line.TakeFirst(LongestTime, (words, start) => IsTime(words, line[start]) && TypedTime.TryRead(words, out var time) ? time : (TimeOnly?)null);
        return found ?? line.TakeFirst(3, (words, _) => PartOfDay(words));
    }

    /// <summary>«1ч», «на 2 часа», "for 90 min". A word without a number, such as «час», may be a part of the title.</summary>
    public static TimeSpan? FindLength(Line line) => line.TakeFirst(LongestTime + 1, (words, start) =>
        (words.Any(char.IsAsciiDigit) || line[start] is "на" or "for" or "полчаса" or "полтора" or "half") && TypedDuration.TryRead(words, out var length) ? length : (TimeSpan?)null);

    private static TimeOnly? PartOfDay(string words)
    {
        var last = words.ToLowerInvariant().Replace('ё', 'е').Split(' ');
        var time = Parts.FirstOrDefault(part => part.Word == last[^1].Trim(',', '.'));
        return time.Word is null || !(last.Length == 1 ? time.Word.Any(c => c > 'я' || c >= 'а') : last is ["in", "the", _]) ? null : time.Time;
    }

    private static (TimeOnly, TimeOnly)? ReadRange(string words, string first)
    {
        foreach (var between in new[] { " до ", " to ", " till ", " until ", " по ", " - ", " – ", " — ", "-", "–", "—" })
        {
            var at = words.IndexOf(between, StringComparison.OrdinalIgnoreCase);
            if (at <= 0)
            {
                continue;
            }

            var (left, right) = (words[..at].Trim(), words[(at + between.Length)..].Trim());
            var isSaid = Dashes.Contains(between.Trim()) || At.Contains(first) || IsTime(left, first);
            if (isSaid && IsHour(left) && IsHour(right) && TypedTime.TryRead(right, out var until) && TypedTime.TryRead(left, out var from) && from != until)
            {
                // «2-3pm»: the half of the day stands once.
                return right.EndsWith("pm", StringComparison.OrdinalIgnoreCase) && !left.EndsWith('m') && from.Hour < 12 && from.AddHours(12) < until
                    ? (from.AddHours(12), until)
                    : (from, until);
            }
        }

        return null;
    }

    /// <summary>A time begins or ends with a digit, or has a word of its own: «полдень».</summary>
    private static bool IsHour(string words) => words.Any(char.IsAsciiDigit) || words.ToLowerInvariant() is "полдень" or "полночь" or "noon" or "midnight";

    /// <summary>«15:00», «9.30», "3pm", «в 15»; but «15» alone is an amount, and «3 часа» a length.</summary>
    private static bool IsTime(string words, string first)
    {
        var plain = words.ToLowerInvariant().Trim(',', '.', ';', '!');
        var isSaid = At.Contains(first) && plain.Contains(' ', StringComparison.Ordinal);
        if (!IsHour(plain) || plain.Contains('-', StringComparison.Ordinal))
        {
            return false;
        }

        return isSaid || plain.Contains(':', StringComparison.Ordinal) || IsDotted(plain)
            || !plain.Any(char.IsAsciiDigit) || plain.EndsWith("am", StringComparison.Ordinal) || plain.EndsWith("pm", StringComparison.Ordinal)
            || plain.EndsWith("утра", StringComparison.Ordinal) || plain.EndsWith("вечера", StringComparison.Ordinal) || plain.EndsWith("ночи", StringComparison.Ordinal)
            || plain.EndsWith("часа дня", StringComparison.Ordinal) || plain.EndsWith("час дня", StringComparison.Ordinal);
    }

    private static bool IsDotted(string plain) =>
        plain.IndexOf('.', StringComparison.Ordinal) is var dot && dot is (1 or 2) && plain.Length - dot == 3;

    private static bool EndsInDays(string words) =>
        words.Split(' ')[^1].ToLowerInvariant().Trim('.', ',') is "день" or "дня" or "дней" or "day" or "days" or "d" or "д";
}
