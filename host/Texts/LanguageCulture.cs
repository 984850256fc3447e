using System.Globalization;

namespace DrAivBot.Host.Texts;

/// <summary>
/// How numbers and dates look in a language. Written by hand, because the process runs without the culture data of the
/// operating system and so looks the same on every server.
/// </summary>
internal sealed class LanguageCulture : CultureInfo
{
    private readonly string _name;

    private LanguageCulture(string name, NumberFormatInfo numbers, DateTimeFormatInfo dates)
        : base("", useUserOverride: false)
    {
        _name = name;
        NumberFormat = numbers;
        DateTimeFormat = dates;
    }

    public static CultureInfo Russian { get; } = ReadOnly(new LanguageCulture("ru", RussianNumbers(), RussianDates()));

    public static CultureInfo English { get; } = ReadOnly(new LanguageCulture("en", EnglishNumbers(), EnglishDates()));

    public override string Name => _name;

    public override string TwoLetterISOLanguageName => _name;

    public override string ToString() => _name;

    private static NumberFormatInfo RussianNumbers() => Numbers(groupSeparator: "\u00A0", decimalSeparator: ",");

    private static NumberFormatInfo EnglishNumbers() => Numbers(groupSeparator: ",", decimalSeparator: ".");

    private static NumberFormatInfo Numbers(string groupSeparator, string decimalSeparator)
    {
        var numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        numbers.NumberGroupSeparator = numbers.CurrencyGroupSeparator = numbers.PercentGroupSeparator = groupSeparator;
        numbers.NumberDecimalSeparator = numbers.CurrencyDecimalSeparator = numbers.PercentDecimalSeparator = decimalSeparator;
        numbers.NumberNegativePattern = 1;
        return numbers;
    }

    private static DateTimeFormatInfo RussianDates()
    {
        var dates = Dates("dd.MM.yyyy", "d MMMM yyyy 'г.'", "d MMMM");
        dates.MonthNames = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь", ""];
        dates.MonthGenitiveNames = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря", ""];
        dates.AbbreviatedMonthNames = ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек.", ""];
        dates.AbbreviatedMonthGenitiveNames = ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек.", ""];
        dates.DayNames = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];
        dates.AbbreviatedDayNames = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"];
        dates.ShortestDayNames = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"];
        return dates;
    }

    private static DateTimeFormatInfo EnglishDates() => Dates("d MMM yyyy", "d MMMM yyyy", "d MMMM");

    private static DateTimeFormatInfo Dates(string shortDate, string longDate, string monthDay)
    {
        var dates = (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        dates.ShortDatePattern = shortDate;
        dates.LongDatePattern = longDate;
        dates.MonthDayPattern = monthDay;
        dates.ShortTimePattern = "HH:mm";
        dates.LongTimePattern = "HH:mm:ss";
        dates.FirstDayOfWeek = DayOfWeek.Monday;
        dates.CalendarWeekRule = CalendarWeekRule.FirstFourDayWeek;
        return dates;
    }
}
