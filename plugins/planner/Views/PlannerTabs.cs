using DrAivBot.Planner.Ics;
using DrAivBot.Planner.WeeklyPlans;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>The rows below every view that lead to the other ones.</summary>
internal static class PlannerTabs
{
    /// <summary>More than two such words side by side are broken on a phone.</summary>
    private const int Columns = 2;

    /// <summary>Adds them to a view of some day; a new event is for this day. What is looked at has no button: it would do nothing.</summary>
    public static Screen WithTabs(this Screen screen, IText text, PlannerTab current, DateOnly day)
    {
        Button?[] tabs =
        [
            // The month of buttons has a «Сегодня» of its own.
            current is PlannerTab.Day or PlannerTab.Month ? null : Tab(text, PlannerTab.Day, new DayPlace()),
            current == PlannerTab.Week ? null : Tab(text, PlannerTab.Week, WeekPlace.Of(day)),
            current == PlannerTab.Month ? null : Tab(text, PlannerTab.Month, MonthPlace.Of(day)),
            current == PlannerTab.Agenda ? null : Tab(text, PlannerTab.Agenda, new AgendaPlace()),
        ];
        return screen
            .WithRow(Button.To(text.Get("planner.new"), new NewEventPress(day)), Button.To(text.Get("planner.menu.plan"), new PlanPlace()))
            .WithRows(tabs.OfType<Button>().Append(Button.To(text.Get("planner.ics.open"), new IcsPlace())).Chunk(Columns));
    }

    private static Button Tab<TPlace>(IText text, PlannerTab tab, TPlace place)
        where TPlace : struct => Button.To(text.Get("planner.tab." + KeyOf(tab)), place);

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
