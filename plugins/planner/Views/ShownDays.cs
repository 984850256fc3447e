using System.Globalization;

namespace DrAivBot.Planner.Views;

/// <summary>Which days views show. What a press says of a day is untrusted.</summary>
internal static class ShownDays
{
    /// <summary>Far enough for anybody, and with room to turn on from.</summary>
    public static readonly DateOnly First = new(1970, 1, 1);

    public static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>Null for what no view shows.</summary>
    public static DateOnly? Read(int dayNumber) =>
        dayNumber >= First.DayNumber && dayNumber <= Last.DayNumber ? DateOnly.FromDayNumber(dayNumber) : null;

    /// <summary>Weeks begin on Monday.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The ISO number of a day's week.</summary>
    public static int WeekOf(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));
}
