using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>What comes next, whatever day it is on.</summary>
internal sealed class AgendaScreen(Calendar calendar, Viewers viewers) : IScreen<AgendaPlace>
{
    private const int LastPage = 500;

    public async Task<Reply> ShowAsync(ITurn turn, AgendaPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var today = viewer.DayOf(turn.StartedAt);
        var number = Math.Clamp(place.Page, 0, LastPage);
        var found = await calendar.ListNextAsync(viewer, turn.StartedAt, number * Page.DefaultSize, Page.DefaultSize + 1, cancellationToken);
        var shown = found.Take(Page.DefaultSize).ToList();
        var days = shown.GroupBy(entry => DayOf(entry, today)).ToList();
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
            [
                turn.Text.GetMarkup("planner.agenda.title"),
                shown.Count == 0 ? turn.Text.GetMarkup(number == 0 ? "planner.agenda.empty" : "planner.agenda.end") : Markup.Empty,
                .. days.Select(day => Markup.Lines(
                [
                    turn.Text.GetMarkup("planner.agenda.day", ("day", WhenText.LongDay(turn.Text, day.Key, today))),
                    .. day.Select(entry => EntryText.Line(turn.Text, entry, day.Key, viewer.User, clashes: false)),
                ])),
                EntryText.Legend(turn.Text, shown, hasClash: false),
            ]),
        };
        return Reply.Show(screen
            .WithColumn(shown.Select(entry => Button.To(Label(turn.Text, entry, today), EventPlace.Of(entry.Key))))
            .WithRow(Turning(number, found.Count > shown.Count))
            .WithTabs(turn.Text, PlannerTab.Agenda, today));
    }

    /// <summary>What began before today stands under today.</summary>
    private static DateOnly DayOf(CalendarEntry entry, DateOnly today) =>
        DateOnly.FromDateTime(entry.Span.Start) is var day && day < today ? today : day;

    private static string Label(IText text, CalendarEntry entry, DateOnly today)
    {
        var day = DayOf(entry, today);
        return $"{WhenText.Short(text, day)} {EntryText.Label(text, entry, day)}";
    }

    private static IReadOnlyList<Button> Turning(int number, bool hasMore)
    {
        var (back, on) = (Button.To("‹", new AgendaPlace(number - 1)), Button.To("›", new AgendaPlace(number + 1)));
        return [.. number > 0 ? [back] : Array.Empty<Button>(), .. hasMore ? [on] : Array.Empty<Button>()];
    }
}
