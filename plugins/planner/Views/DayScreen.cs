using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>A day as a list with hours; what overlaps is marked.</summary>
internal sealed class DayScreen(Calendar calendar, Viewers viewers) : IScreen<DayPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, DayPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var today = viewer.DayOf(turn.StartedAt);
        var day = place.DayOr(today);
        var entries = await calendar.ListAsync(viewer, day, day, cancellationToken);
        var page = Page.Of(entries, place.Part);
        var clashes = EntryText.ClashesOf(entries);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                Title(turn.Text, day, today, entries.Count),
                entries.Count == 0
                    ? turn.Text.GetMarkup("planner.day.empty")
                    : Markup.Lines(page.Items.Select(entry => EntryText.Line(turn.Text, entry, day, viewer.User, clashes.Contains(entry.Key)))),
                EntryText.Legend(turn.Text, page.Items, page.Items.Any(entry => clashes.Contains(entry.Key)))),
        };
        return Reply.Show(screen
            .WithPage(page, entry => Button.To(EntryText.Label(turn.Text, entry, day), EventPlace.Of(entry.Key)), part => place with { Part = part })
            .WithRow(Turning(turn.Text, day, today))
            .WithTabs(turn.Text, PlannerTab.Day, day));
    }

    private static Markup Title(IText text, DateOnly day, DateOnly today, int count) => Markup.Lines(
        text.GetMarkup(
            "planner.day.title", ("day", WhenText.LongDay(text, day, today)), ("week", ShownDays.WeekOf(day))),
        count == 0 ? Markup.Empty : text.GetMarkup("planner.day.count", ("count", count)));

    private static IReadOnlyList<Button> Turning(IText text, DateOnly day, DateOnly today)
    {
        var (before, after) = (day.AddDays(-1), day.AddDays(1));
        var (back, on) = (Button.To($"‹ {Short(text, before)}", DayPlace.Of(before)), Button.To($"{Short(text, after)} ›", DayPlace.Of(after)));
        return day == today ? [back, on] : [back, Button.To(text.Get("planner.today"), new DayPlace()), on];
    }

    /// <summary>«вт 24»: a long list has a ‹ and a › of its own.</summary>
    private static string Short(IText text, DateOnly day) =>
        $"{text.Culture.DateTimeFormat.AbbreviatedDayNames[(int)day.DayOfWeek]} {TypedTimes.Say(day.Day)}";
}
