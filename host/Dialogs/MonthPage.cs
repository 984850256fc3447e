using System.Globalization;

namespace DrAivBot.Host.Dialogs;

/// <summary>Months and days as numbers that fit into buttons and sessions.</summary>
internal static class MonthPage
{
    private const int MonthsInYear = 12;

    public static int Of(DateOnly day) => (day.Year * MonthsInYear) + day.Month - 1;

    /// <summary>Null for what is no month, such as the first page of another step.</summary>
    public static DateOnly? Find(int? page) =>
        page is { } number && number / MonthsInYear is >= 1 and <= 9999 and var year ? new(year, (number % MonthsInYear) + 1, 1) : null;

    public static string Write(DateOnly day) => day.DayNumber.ToString(CultureInfo.InvariantCulture);

    public static DateOnly? FindDay(string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(day)
            : null;
}
