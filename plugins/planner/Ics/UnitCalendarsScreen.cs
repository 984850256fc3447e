using DrAivBot.Planner.Events;
using DrAivBot.Planner.Views;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Ics;

/// <summary>The calendars of the viewer's units, to take out.</summary>
internal sealed class UnitCalendarsScreen(Viewers viewers) : IScreen<UnitCalendarsPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, UnitCalendarsPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var page = Page.Of(viewer.Units, place.Page);
        return Reply.Show(
            new Screen { Body = turn.Text.GetMarkup(viewer.Units.Length == 0 ? "planner.ics.units.none" : "planner.ics.units.which") }
                .WithPage(page, unit => Button.To("⬇️ " + OpenCalendars.NameOf(turn.Text, TypedTimes.Say(unit)), new ExportSharedPress(unit)), number => new UnitCalendarsPlace(number)));
    }
}

/// <summary>The calendars of the viewer's units.</summary>
/// <param name="Page">The page of its list.</param>
[Callback("icsunits")]
internal readonly record struct UnitCalendarsPlace(int Page = 0);
