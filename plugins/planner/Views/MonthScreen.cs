using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>A month as a grid of buttons; days on which something happens have a dot, weeks have their ISO numbers.</summary>
internal sealed class MonthScreen(Calendar calendar, Viewers viewers) : IScreen<MonthPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, MonthPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var today = viewer.DayOf(turn.StartedAt);
        var asked = place.DayOr(today);
        var (first, last) = (new DateOnly(asked.Year, asked.Month, 1), new DateOnly(asked.Year, asked.Month, DateTime.DaysInMonth(asked.Year, asked.Month)));
        var days = await calendar.ListDaysAsync(viewer, first, last, cancellationToken);
        var grid = new MonthGrid
        {
            Text = turn.Text,
            Month = first,
            Today = today,
            TodayPressesDay = true,
            Earliest = ShownDays.First,
            Latest = ShownDays.Last,
            Mark = day => days.Contains(day) ? "•" : null,
        };
        var screen = new Screen
        {
            Body = Markup.Lines(
                turn.Text.GetMarkup("planner.month.title", ("month", turn.Text.FormatMonth(first))),
                turn.Text.GetMarkup(days.Count == 0 ? "planner.month.empty" : "planner.month.days", ("count", days.Count))),
        };
        return Reply.Show(screen
            .WithRows(grid.Rows(DayPlace.Of, MonthPlace.Of, WeekPlace.Of))
            .WithTabs(turn.Text, PlannerTab.Month, today >= first && today <= last ? today : first));
    }
}
