using DrAivBot.Planner.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

/// <summary>Asks before an event is cancelled, of a series also how much of it.</summary>
internal sealed class CancelScreen(Calendar calendar, CancelDesk desk, Viewers viewers) : IScreen<CancelPlace>, IAction<CancelPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, CancelPlace place, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        if (await calendar.FindAsync(viewer, EventPlace.KeyOf(place.Event, place.Start), cancellationToken) is not { MayChange: true } card)
        {
            return Reply.NotFound;
        }

        var screen = new Screen
        {
            Body = turn.Text.GetMarkup(
                card.Entry.Recurs ? "planner.cancel.series" : "planner.cancel.ask", ("title", card.Entry.Title), ("when", WhenText.Span(turn.Text, card.Entry.Span))),
        };
        return Reply.Show(screen.WithColumn(
            from scope in card.Entry.Recurs ? [EditScope.One, EditScope.Following, EditScope.All] : new[] { EditScope.All }
            select Button.To(turn.Text.Get(card.Entry.Recurs ? "planner.cancel." + ScopeText.KeyOf(scope) : "planner.cancel.yes"), new CancelPress(place.Event, place.Start, scope))));
    }

    public async Task<Reply> ActAsync(ITurn turn, CancelPress press, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var result = Enum.IsDefined(press.Scope)
            ? await desk.CancelAsync(viewer, EventPlace.KeyOf(press.Event, press.Start), press.Scope, cancellationToken)
            : EventResult.Refused(EventOutcome.NotFound);
        return result.IsDone ? Reply.GoTo(new DayPlace()).WithToast(turn.Text.Get("planner.cancel.done")) : Reply.NotFound;
    }
}

/// <summary>Asks before an event is cancelled.</summary>
[Callback("cancel")]
internal readonly record struct CancelPlace(Guid Event, long Start);

/// <summary>Cancels an event.</summary>
[Callback("cancelyes")]
internal readonly record struct CancelPress(Guid Event, long Start, EditScope Scope);
