using DrAivBot.Organisation;
using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>Seven days with what is on them; a press opens the day.</summary>
internal sealed class WeekScreen(Calendar calendar, Viewers viewers) : IScreen<WeekPlace>
{
    private const int DaysInWeek = 7;
    private const int FirstRow = 4;
    private const int MostLines = 3;

    public async Task<Reply> ShowAsync(ITurn turn, WeekPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var today = viewer.DayOf(turn.StartedAt);
        var monday = place.MondayOr(today);
        var entries = await calendar.ListAsync(viewer, monday, monday.AddDays(DaysInWeek - 1), cancellationToken);
        var clashes = EntryText.ClashesOf(entries);
        var days = Enumerable.Range(0, DaysInWeek).Select(monday.AddDays).Select(day => (Day: day, On: entries.Where(entry => entry.IsOn(day)).ToArray())).ToList();
        var shown = days.SelectMany(day => day.On.Take(MostLines)).ToList();
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
            [
                turn.Text.GetMarkup(
                    "planner.week.title",
                    ("week", ShownDays.WeekOf(monday)), ("days", turn.Text.FormatDays(monday, monday.AddDays(DaysInWeek - 1)))),
                .. days.Select(day => Block(turn.Text, day.Day, day.On, today, viewer.User, clashes)),
                EntryText.Legend(turn.Text, shown, shown.Any(entry => clashes.Contains(entry.Key))),
            ]),
        };
        var buttons = days.Select(day => Button.To(Label(turn.Text, day.Day, day.On.Length, today), DayPlace.Of(day.Day))).ToList();
        return Reply.Show(screen
            .WithRow([.. buttons.Take(FirstRow)])
            .WithRow([.. buttons.Skip(FirstRow)])
            .WithRow(Turning(turn.Text, monday, today))
            .WithTabs(turn.Text, PlannerTab.Week, today >= monday && today < monday.AddDays(DaysInWeek) ? today : monday));
    }

    private static Markup Block(IText text, DateOnly day, CalendarEntry[] on, DateOnly today, UserId viewer, IReadOnlySet<OccurrenceKey> clashes) => Markup.Lines(
    [
        on.Length == 0
            ? text.GetMarkup("planner.week.free", ("day", WhenText.LongDay(text, day, today)))
            : text.GetMarkup("planner.week.day", ("day", WhenText.LongDay(text, day, today)), ("count", on.Length)),
        .. on.Take(MostLines).Select(entry => EntryText.Line(text, entry, day, viewer, clashes.Contains(entry.Key))),
        on.Length > MostLines ? text.GetMarkup("planner.week.more", ("count", on.Length - MostLines)) : Markup.Empty,
    ]);

    private static string Label(IText text, DateOnly day, int count, DateOnly today)
    {
        var name = text.Culture.DateTimeFormat.AbbreviatedDayNames[(int)day.DayOfWeek];
        var label = $"{name} {(day == today ? $"[{TypedTimes.Say(day.Day)}]" : TypedTimes.Say(day.Day))}";
        return count == 0 ? label : $"{label} · {TypedTimes.Say(count)}";
    }

    private static IReadOnlyList<Button> Turning(IText text, DateOnly monday, DateOnly today)
    {
        var (back, on) = (Button.To("‹", WeekPlace.Of(monday.AddDays(-DaysInWeek))), Button.To("›", WeekPlace.Of(monday.AddDays(DaysInWeek))));
        return monday == ShownDays.MondayOf(today) ? [back, on] : [back, Button.To(text.Get("planner.week.this"), new WeekPlace()), on];
    }
}
