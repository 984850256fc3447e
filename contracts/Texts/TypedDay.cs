using System.Globalization;

namespace DrAivBot.Texts;

/// <summary>
/// Reads days as people type them, in Russian and English at once: «завтра», «в пятницу», «15.12», «15 декабря»,
/// «через неделю», «15-го», "tomorrow", "next fri", "dec 15", "in 3 days", 2026-12-15.
/// </summary>
public static class TypedDay
{
    private const int Century = 2000;
    private const int LeapCycle = 8;
    private const int LongestInput = 60;

    /// <summary>Later there is no room to look ahead.</summary>
    private const int LastYear = 9900;

    /// <summary>
    /// Reads one day. A year that is left out is the first in which the day is not over; a weekday is the nearest one, today
    /// included, and «следующий» the one of next week; a number alone is a day of this month or a later one.
    /// </summary>
    /// <param name="typed">What was typed; nothing else may stand beside the day.</param>
    /// <param name="today">The day it is for who typed it.</param>
    /// <param name="day">The day that is meant.</param>
    /// <returns>False for anything else, and for a day that no calendar has.</returns>
    public static bool TryRead(string typed, DateOnly today, out DateOnly day)
    {
        var words = typed.Length > LongestInput || today.Year > LastYear ? [] : CalendarWords.Split(typed);
        var found = Read(Bare(words), today);
        day = found ?? default;
        return found is not null;
    }

    /// <summary>Reads a period of days: one day, or the first and the last with a dash, «по» or "to" between: «12.05–20.05», «с 12 по 20 мая», "from 12 May to 3 June".</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="today">The day it is for who typed it.</param>
    /// <param name="from">The first day that is meant.</param>
    /// <param name="until">The last day that is meant; not before the first unless it was typed with its year.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryReadPeriod(string typed, DateOnly today, out DateOnly from, out DateOnly until)
    {
        if (TryRead(typed, today, out from))
        {
            until = from;
            return true;
        }

        foreach (var (left, right) in Halves(typed))
        {
            // «12–20 мая»: the month stands once, at the end.
            if ((TryRead(left, today, out from) && !IsNumber(left) && TryRead(right, from, out until))
                || (IsNumber(left) && TryRead(WithMonthOf(left, right), today, out from) && TryRead(right, from, out until)))
            {
                return true;
            }
        }

        (from, until) = (default, default);
        return false;
    }

    /// <summary>The nearest day of this weekday, the day itself included.</summary>
    internal static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) => Add(day, ((int)weekday - (int)day.DayOfWeek + 7) % 7) ?? day;

    private static DateOnly? Read(string[] words, DateOnly today) => words switch
    {
        [var one] => ReadWord(one, today),
        ["day", "after", "tomorrow"] => Add(today, 2),
        [var number, "числа"] => DayOfMonth(number, today),
        [("через" or "in"), .. var rest] => ReadDistance(rest, today),
        [("следующий" or "следующую" or "следующее" or "next"), var name] when CalendarWords.FindWeekday(name) is { } weekday => OfNextWeek(today, weekday),
        [var first, var second] => ReadMonthDay(first, second, year: null, today),
        [var first, var second, var year] => ReadMonthDay(first, second, year, today),
        [var first, var second, var year, ("г" or "года" or "год")] => ReadMonthDay(first, second, year, today),
        _ => null,
    };

    private static DateOnly? ReadWord(string word, DateOnly today) =>
        CalendarWords.FindOffset(word) is { } offset ? Add(today, offset)
        : CalendarWords.FindWeekday(word) is { } weekday ? OnOrAfter(today, weekday)
        : ReadDigits(word, today) ?? DayOfMonth(word, today);

    private static DateOnly? ReadDistance(string[] words, DateOnly today)
    {
        var (amount, unit) = words switch
        {
            [var alone] => (1, alone),
            [var number, var name] => (CalendarWords.FindAmount(number) ?? -1, name),
            _ => (-1, ""),
        };
        return amount < 0 ? null : unit switch
        {
            "день" => Add(today, words.Length == 1 ? 2 : amount),
            "дня" or "дней" or "day" or "days" => Add(today, amount),
            "неделю" or "недели" or "недель" or "week" or "weeks" => Add(today, amount * 7),
            "месяц" or "месяца" or "месяцев" or "month" or "months" => today.AddMonths(Math.Min(amount, 120)),
            _ => null,
        };
    }

    private static DateOnly? ReadMonthDay(string first, string second, string? year, DateOnly today)
    {
        var month = CalendarWords.FindMonth(second) ?? CalendarWords.FindMonth(first);
        var day = ReadOrdinal(CalendarWords.FindMonth(second) is null ? second : first);
        if (month is null || day is null || (year is not null && !IsYear(year)))
        {
            return null;
        }

        return Resolve(day.Value, month.Value, year is null ? null : Number(year), today);
    }

    /// <summary>«2026-12-15», «15.12», «15/12/26», «15.12.2026».</summary>
    private static DateOnly? ReadDigits(string word, DateOnly today)
    {
        if (DateOnly.TryParseExact(word, ["yyyy-M-d", "yyyy.M.d", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return iso;
        }

        var parts = word.Split('.', '/');
        return parts.Length is 2 or 3 && parts.All(part => part.Length is 1 or 2 or 4 && part.All(char.IsAsciiDigit)) && parts[0].Length <= 2 && parts[1].Length <= 2
            ? Resolve(Number(parts[0]), Number(parts[1]), parts.Length == 3 && IsYear(parts[2]) ? Number(parts[2]) : parts.Length == 3 ? 0 : null, today)
            : null;
    }

    private static DateOnly? DayOfMonth(string word, DateOnly today)
    {
        if (ReadOrdinal(word) is not { } day)
        {
            return null;
        }

        var months = Enumerable.Range(0, LeapCycle).Select(ahead => new DateOnly(today.Year, today.Month, 1).AddMonths(ahead));
        return months.Where(month => day <= DateTime.DaysInMonth(month.Year, month.Month))
            .Select(DateOnly? (month) => new(month.Year, month.Month, day)).FirstOrDefault(found => found >= today);
    }

    private static DateOnly? Resolve(int day, int month, int? year, DateOnly today)
    {
        if (year is { } typed)
        {
            return Make(typed is > 0 and < 100 ? Century + typed : typed, month, day);
        }

        // 29 February may be years away.
        return Enumerable.Range(today.Year, LeapCycle + 1).Select(near => Make(near, month, day)).FirstOrDefault(found => found >= today);
    }

    private static DateOnly? Make(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9998 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? Add(DateOnly day, int days) =>
        day.DayNumber + days is >= 0 and var sum && sum <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(sum) : null;

    private static DateOnly? OfNextWeek(DateOnly today, DayOfWeek weekday)
    {
        var monday = Add(today, 7 - (((int)today.DayOfWeek + 6) % 7));
        return monday is { } start ? Add(start, ((int)weekday + 6) % 7) : null;
    }

    private static IEnumerable<(string Left, string Right)> Halves(string typed)
    {
        if (typed.Length > LongestInput * 2)
        {
            yield break;
        }

        foreach (var between in new[] { "–", "—", " - ", "-", " по ", " до ", " to ", " till ", " until " })
        {
            for (var at = typed.IndexOf(between, StringComparison.OrdinalIgnoreCase); at >= 0; at = typed.IndexOf(between, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                yield return (typed[..at].Trim(), typed[(at + between.Length)..].Trim());
            }
        }
    }

    private static bool IsNumber(string half) => Bare(CalendarWords.Split(half)) is [var only] && ReadOrdinal(only) is not null;

    private static string[] Bare(string[] words)
    {
        while (words is [("в" or "во" or "на" or "с" or "со" or "по" or "до" or "к" or "on" or "by" or "from" or "until" or "till" or "the" or "this" or "эту" or "этот" or "это"), _, ..])
        {
            words = words[1..];
        }

        return words;
    }

    private static string WithMonthOf(string number, string other)
    {
        var day = CalendarWords.Split(number)[^1];
        var words = CalendarWords.Split(other);
        var month = words.FirstOrDefault(word => CalendarWords.FindMonth(word) is not null);
        if (month is not null)
        {
            return $"{day} {month} {words.FirstOrDefault(word => word.Length == 4 && IsYear(word))}";
        }

        return words is [.., var last] && last.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? day + last[dot..] : number;
    }

    private static bool IsYear(string word) => word.Length is 2 or 4 && word.All(char.IsAsciiDigit);

    /// <summary>«15», «15-го», "15th".</summary>
    private static int? ReadOrdinal(string word)
    {
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 1 or 2 && word[digits..] is "" or "-го" or "го" or "-е" or "е" or "st" or "nd" or "rd" or "th" && Number(word[..digits]) is >= 1 and <= 31 and var day
            ? day
            : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
