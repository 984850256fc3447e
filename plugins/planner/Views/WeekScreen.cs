using DrAivBot.Organisation;
using DrAivBot.Planner.Digest;
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
        var found = (await calendar.ListFirstAsync(viewer, monday, monday.AddDays(DaysInWeek - 1), MostLines, cancellationToken)).ToDictionary(day => day.Day);
        var days = Enumerable.Range(0, DaysInWeek).Select(monday.AddDays).Select(day => (Day: day, On: found.GetValueOrDefault(day))).ToList();
        var shown = found.Values.SelectMany(day => day.First).ToList();
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
            [
                turn.Text.GetMarkup(
                    "planner.week.title",
                    ("week", ShownDays.WeekOf(monday)), ("days", turn.Text.FormatDays(monday, monday.AddDays(DaysInWeek - 1)))),
                .. days.Select(day => Block(turn.Text, day.Day, day.On, today, viewer.User)),
                EntryText.Legend(turn.Text, shown, found.Values.Any(day => day.Clashes.Count > 0)),
            ]),
        };
        var buttons = days.Select(day => Button.To(Label(turn.Text, day.Day, day.On?.Count ?? 0, today), DayPlace.Of(day.Day))).ToList();
        return Reply.Show(screen
            .WithRow([.. buttons.Take(FirstRow)])
            .WithRow([.. buttons.Skip(FirstRow)])
            .WithRow(Turning(turn.Text, monday, today))
            .WithRow(Button.To(turn.Text.Get("planner.plan.picture"), new OrderWeekPicture(monday)))
            .WithTabs(turn.Text, PlannerTab.Week, today >= monday && today < monday.AddDays(DaysInWeek) ? today : monday));
    }

    private static Markup Block(IText text, DateOnly day, CalendarDay? on, DateOnly today, UserId viewer) => on is null
        ? text.GetMarkup("planner.week.free", ("day", WhenText.LongDay(text, day, today)))
        : Markup.Lines(
        [
            text.GetMarkup("planner.week.day", ("day", WhenText.LongDay(text, day, today)), ("count", on.Count)),
            .. on.First.Select(entry => EntryText.Line(text, entry, day, viewer, on.Clashes.Contains(entry.Key))),
            on.Count > MostLines ? text.GetMarkup("planner.week.more", ("count", on.Count - MostLines)) : Markup.Empty,
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
