using DrAivBot.Planner.Events;
using DrAivBot.Planner.Ics;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

internal sealed class DayScreen(Calendar calendar, Viewers viewers) : IScreen<DayPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, DayPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var today = viewer.DayOf(turn.StartedAt);
        var day = place.Day is { Year: > 1900 and < 9000 } asked ? asked : today;
        var entries = await calendar.ListAsync(viewer, day, day, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("planner.day.title", ("day", WhenText.Day(turn.Text, day))),
                entries.Count == 0 ? turn.Text.GetMarkup("planner.day.empty") : Markup.Lines(entries.Select(entry => Line(turn.Text, entry, entries)))),
        };
        return Reply.Show(screen
            .WithPage(Page.Of(entries, place.Page), entry => Button.To(Label(turn.Text, entry), EventPlace.Of(entry.Key)), page => new DayPlace(place.Day, page))
            .WithRow(Turning(turn.Text, day, today))
            .WithRow(Button.To(turn.Text.Get("planner.new"), new NewEventPress(day)), Button.To(turn.Text.Get("planner.ics.open"), new IcsPlace())));
    }

    private static IReadOnlyList<Button> Turning(IText text, DateOnly day, DateOnly today)
    {
        var (back, on) = (Button.To("‹", new DayPlace(day.AddDays(-1))), Button.To("›", new DayPlace(day.AddDays(1))));
        return day == today ? [back, on] : [back, Button.To(text.Get("planner.today"), new DayPlace(null)), on];
    }

    private static Markup Line(IText text, CalendarEntry entry, IReadOnlyList<CalendarEntry> all)
    {
        var clashes = entry is { TakesTime: true, Span.IsAllDay: false }
            && all.Any(other => other.Key != entry.Key && other is { TakesTime: true, Span.IsAllDay: false } && other.StartsAt < entry.EndsAt && other.EndsAt > entry.StartsAt);
        return text.GetMarkup(clashes ? "planner.day.clash" : "planner.day.line", ("time", Hours(text, entry)), ("title", TitleOf(text, entry)));
    }

    private static string Label(IText text, CalendarEntry entry) => $"{Hours(text, entry)} {TitleOf(text, entry)}";

    private static string TitleOf(IText text, CalendarEntry entry) => entry.IsOpen ? entry.Title : text.Get("planner.busy");

    private static string Hours(IText text, CalendarEntry entry) =>
        entry.Span.IsAllDay ? text.Get("planner.day.whole") : $"{WhenText.Hour(text, entry.Span.Start)}–{WhenText.Hour(text, entry.Span.End)}";
}

/// <summary>One day of the viewer.</summary>
/// <param name="Day">The day in the viewer's zone; null for today.</param>
/// <param name="Page">The page of its list.</param>
[Callback("day")]
internal readonly record struct DayPlace(DateOnly? Day, int Page = 0);
