using DrAivBot.Planner.Events;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>Where something takes place, as a line below the time.</summary>
internal static class PlaceText
{
    public static Markup Line(IText text, CalendarEvent source, Occurrence time) => Line(text, time.Said(source.Details).Place, source.Details.Link);

    public static Markup Line(IText text, string? place, string? link) => Markup.Lines(
        place is null ? Markup.Empty : text.GetMarkup("planner.card.place", ("place", place)),
        link is null ? Markup.Empty : text.GetMarkup("planner.card.link", ("link", link)));
}
