using System.Globalization;

namespace DrAivBot.Planner.Views;

/// <summary>Days and hours as they are typed, and ids of choices.</summary>
internal static class TypedTimes
{
    private static readonly string[] Days = ["d.M.yyyy", "yyyy-M-d"];
    private static readonly string[] Hours = ["H:mm"];

    public static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1999 and < 2200 ? day : null;

    public static TimeOnly? Hour(string typed) =>
        TimeOnly.TryParseExact(typed.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    public static string Say(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A choice in the keys of texts.</summary>
    public static string Key(string choice) => string.Concat(choice.Select(char.ToLowerInvariant));
}
