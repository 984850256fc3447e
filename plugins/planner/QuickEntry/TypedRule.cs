using System.Globalization;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Texts;

namespace DrAivBot.Planner.QuickEntry;

/// <summary>How often a line happens: «каждый вторник», «по будням», "every 2 weeks", «каждую последнюю пятницу месяца».</summary>
internal static class TypedRule
{
    private static readonly TimeOnly LastSecond = new(23, 59, 59);

    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly DateOnly Monday = new(2001, 1, 1);
    private static readonly DayOfWeek[] Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static QuickRule? Find(Line line, DateOnly today)
    {
        for (var index = 0; index < line.Count; index++)
        {
            if (Read(line, index) is var (rule, length))
            {
                var said = line.Window(index, length) ?? "";
                line.Take(index, length);
                return WithEnd(rule, line, today) with { Said = said };
            }
        }

        return null;
    }

    private static (QuickRule Rule, int Length)? Read(Line line, int index) => line[index] switch
    {
        "ежедневно" or "daily" => (Every(Frequency.Daily), 1),
        "еженедельно" or "weekly" => (Every(Frequency.Weekly), 1),
        "ежемесячно" or "monthly" => (Every(Frequency.Monthly), 1),
        "ежегодно" or "yearly" or "annually" => (Every(Frequency.Yearly), 1),
        "каждый" or "каждую" or "каждое" or "каждые" or "каждого" or "every" or "each" => ReadEvery(line, index + 1) is var (rule, length) ? (rule, length + 1) : null,
        "по" or "on" => ReadOn(line, index + 1) is var (rule, length) ? (rule, length + 1) : null,
        _ => null,
    };

    private static (QuickRule Rule, int Length)? ReadEvery(Line line, int index)
    {
        if (line[index] is "будний" or "рабочий" or "working" && line[index + 1] is "день" or "day")
        {
            return (Weekly(Workdays), 2);
        }

        if (line[index] is "weekday" or "workday")
        {
            return (Weekly(Workdays), 1);
        }

        if (ReadOrdinal(line[index]) is { } ordinal && DayOf(line[index + 1]) is { } nth)
        {
            var length = line[index + 2] is "месяца" ? 3 : (line[index + 2], line[index + 3]) is ("of", "month") ? 4 : (line[index + 2], line[index + 3], line[index + 4]) is ("of", "the" or "every" or "each", "month") ? 5 : 2;
            return (new(new() { Frequency = Frequency.Monthly, MonthlyOn = new(ordinal, nth) }), length);
        }

        var hasAmount = Amount(line[index]) is not null;
        var unit = line[hasAmount ? index + 1 : index];
        if (hasAmount && unit is "число" or "числа" && Amount(line[index]) is >= 1 and <= 31 and var day)
        {
            return (Every(Frequency.Monthly) with { DayOfMonth = day }, 2);
        }

        // «Каждый день рождения» is no rule.
        if (unit is "день" && line[hasAmount ? index + 2 : index + 1] is "рождения")
        {
            return null;
        }

        var interval = Amount(line[index]) ?? 1;
        return FrequencyOf(unit) is { } frequency && interval is >= 1 and <= RecurrenceRule.MaxInterval
            ? (Every(frequency, interval), hasAmount ? 2 : 1)
            : ReadWeekdays(line, index, DayOf);
    }

    private static (QuickRule Rule, int Length)? ReadOn(Line line, int index) => line[index] switch
    {
        "будням" or "будни" or "weekdays" or "workdays" => (Weekly(Workdays), 1),
        "выходным" or "weekends" => (Weekly(Weekend), 1),
        _ => ReadWeekdays(line, index, Plural),
    };

    /// <summary>«вторник», «вт и чт», «пн, ср, пт».</summary>
    private static (QuickRule Rule, int Length)? ReadWeekdays(Line line, int index, Func<string, DayOfWeek?> read)
    {
        var (days, at) = (new List<DayOfWeek>(), index);
        while (read(line[at]) is { } day)
        {
            days.Add(day);
            at++;
            if (line[at] is "и" or "and" && read(line[at + 1]) is not null)
            {
                at++;
            }
        }

        return days.Count == 0 ? null : (Weekly(days), at - index);
    }

    private static QuickRule WithEnd(QuickRule rule, Line line, DateOnly today)
    {
        for (var index = 0; index < line.Count; index++)
        {
            if (Amount(line[index]) is >= 1 and <= RecurrenceRule.MaxCount and var count && line[index + 1] is "раз" or "раза" or "times")
            {
                line.Take(index, 2);
                return rule with { Rule = rule.Rule with { Count = count } };
            }

            for (var length = 4; length > 1 && line[index] is "до" or "until" or "till"; length--)
            {
                if (line.Window(index, length) is { } words && !words.Contains(':', StringComparison.Ordinal) && IsDate(words) && TypedDay.TryRead(words, today, out var last))
                {
                    line.Take(index, length);
                    return rule with { Rule = rule.Rule with { Until = last.ToDateTime(LastSecond) } };
                }
            }
        }

        return rule;
    }

    /// <summary>«до 10» is an hour.</summary>
    private static bool IsDate(string words) => words.Split(' ').Skip(1).Any(word => !word.All(char.IsAsciiDigit));

    private static QuickRule Weekly(IEnumerable<DayOfWeek> days) =>
        new(new() { Frequency = Frequency.Weekly, Weekdays = [.. days.Distinct().OrderBy(day => ((int)day + 6) % 7)] });

    private static QuickRule Every(Frequency frequency, int interval = 1) => new(new() { Frequency = frequency, Interval = interval });

    private static Frequency? FrequencyOf(string unit) => unit switch
    {
        "день" or "дня" or "дней" or "day" or "days" => Frequency.Daily,
        "неделю" or "недели" or "недель" or "week" or "weeks" => Frequency.Weekly,
        "месяц" or "месяца" or "месяцев" or "month" or "months" => Frequency.Monthly,
        "год" or "года" or "лет" or "year" or "years" => Frequency.Yearly,
        _ => null,
    };

    private static int? ReadOrdinal(string word) => word switch
    {
        "первый" or "первую" or "первое" or "1-й" or "1-ю" or "first" or "1st" => 1,
        "второй" or "вторую" or "второе" or "2-й" or "2-ю" or "second" or "2nd" => 2,
        "третий" or "третью" or "третье" or "3-й" or "3-ю" or "third" or "3rd" => 3,
        "четвертый" or "четвертую" or "четвертое" or "4-й" or "4-ю" or "fourth" or "4th" => 4,
        "последний" or "последнюю" or "последнее" or "last" => -1,
        _ => null,
    };

    /// <summary>Any day will do to learn which weekday a word names.</summary>
    private static DayOfWeek? DayOf(string word) =>
        word.Length > 1 && word.All(char.IsLetter) && TypedDay.TryRead(word, Monday, out var first) && TypedDay.TryRead(word, Monday.AddDays(1), out var next)
        && first.DayOfWeek == next.DayOfWeek
            ? first.DayOfWeek
            : null;

    /// <summary>«вторникам», "tuesdays": «по вторник» would be an end.</summary>
    private static DayOfWeek? Plural(string word) =>
        word.EndsWith("ам", StringComparison.Ordinal) || word.EndsWith("days", StringComparison.Ordinal) || word is "пн" or "вт" or "ср" or "чт" or "пт" or "сб" or "вс" ? DayOf(word) : null;

    private static int? Amount(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : word is "два" or "две" or "two" or "other" ? 2
        : word is "три" or "three" ? 3
        : null;
}
