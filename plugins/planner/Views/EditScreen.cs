using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

/// <summary>Asks what of an event is to be changed.</summary>
internal sealed class EditScreen(Calendar calendar, Viewers viewers) : IScreen<EditPlace>
{
    private const int PartsInRow = 2;

    public async Task<Reply> ShowAsync(ITurn turn, EditPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        if (await calendar.FindAsync(viewer, EventPlace.KeyOf(place.Event, place.Start), cancellationToken) is not { MayChange: true } card)
        {
            return Reply.NotFound;
        }

        var parts = DraftPart.OfEvents.Select(part => Button.To(turn.Text.Get("planner.draft.part." + part), new EditPress(place.Event, place.Start, part)));
        return Reply.Show(
            new Screen { Body = turn.Text.GetMarkup("planner.edit", ("title", card.Entry.Title), ("when", WhenText.Span(turn.Text, card.Entry.Span))) }
                .WithRows(parts.Chunk(PartsInRow)));
    }
}

/// <summary>Asks what of an event is to be changed.</summary>
[Callback("edit")]
internal readonly record struct EditPlace(Guid Event, long Start);

/// <summary>Begins to change a part of an event.</summary>
/// <param name="Event">The event; may be foreign or gone.</param>
/// <param name="Start">The time that is looked at.</param>
/// <param name="Part">One of <see cref="DraftPart.OfEvents"/>.</param>
[Callback("editpart")]
internal readonly record struct EditPress(Guid Event, long Start, string Part);
