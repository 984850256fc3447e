using DrAivBot.Routing;

namespace DrAivBot.Planner.Views;

/// <summary>One day of the viewer.</summary>
/// <param name="Part">The page of its list.</param>
/// <param name="Page">The number of the day, so that turning days does not lengthen the way back; 0 for today.</param>
[Callback("day")]
internal readonly record struct DayPlace(int Part = 0, int Page = 0)
{
    public static DayPlace Of(DateOnly day) => new(0, day.DayNumber);

    public DateOnly DayOr(DateOnly today) => ShownDays.Read(Page) ?? today;
}

/// <summary>One week of the viewer.</summary>
/// <param name="Page">The number of any of its days, so that turning weeks does not lengthen the way back; 0 for this week.</param>
[Callback("week")]
internal readonly record struct WeekPlace(int Page = 0)
{
    public static WeekPlace Of(DateOnly day) => new(day.DayNumber);

    public DateOnly MondayOr(DateOnly today) => ShownDays.MondayOf(ShownDays.Read(Page) ?? today);
}

/// <summary>One month of the viewer.</summary>
/// <param name="Page">The number of any of its days, so that turning months does not lengthen the way back; 0 for this month.</param>
[Callback("month")]
internal readonly record struct MonthPlace(int Page = 0)
{
    public static MonthPlace Of(DateOnly day) => new(day.DayNumber);

    public DateOnly DayOr(DateOnly today) => ShownDays.Read(Page) ?? today;
}

/// <summary>What comes next, from now on.</summary>
/// <param name="Page">The page of its list.</param>
[Callback("agenda")]
internal readonly record struct AgendaPlace(int Page = 0);
