using DrAivBot.Planner.Ics;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>The rows below every view that lead to the other ones.</summary>
internal static class PlannerTabs
{
    /// <summary>Adds them to a view of some day; a new event is for this day.</summary>
    public static Screen WithTabs(this Screen screen, IText text, PlannerTab current, DateOnly day) => screen
        .WithRow(
            Tab(text, PlannerTab.Day, current, new DayPlace()),
            Tab(text, PlannerTab.Week, current, WeekPlace.Of(day)),
            Tab(text, PlannerTab.Month, current, MonthPlace.Of(day)))
        .WithRow(
            Button.To(text.Get("planner.new"), new NewEventPress(day)),
            Tab(text, PlannerTab.Agenda, current, new AgendaPlace()),
            Button.To(text.Get("planner.ics.open"), new IcsPlace()));

    private static Button Tab<TPlace>(IText text, PlannerTab tab, PlannerTab current, TPlace place)
        where TPlace : struct => Button.To((tab == current ? "✓ " : "") + text.Get("planner.tab." + KeyOf(tab)), place);

    private static string KeyOf(PlannerTab tab) => tab switch
    {
        PlannerTab.Week => "week",
        PlannerTab.Month => "month",
        PlannerTab.Agenda => "agenda",
        _ => "today",
    };
}

/// <summary>The views of the planner.</summary>
internal enum PlannerTab
{
    Day = 0,
    Week = 1,
    Month = 2,
    Agenda = 3,
}
