using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

/// <summary>Asks before an event is moved to when somebody is taken.</summary>
internal sealed class MoveReviewScreen(Moving moving) : IScreen<MoveReviewPlace>, IAction<MoveAnywayPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, MoveReviewPlace place, CancellationToken cancellationToken)
    {
        if (turn.GetSlot<MoveState>() is not { Day: not null } state)
        {
            return Gone(turn);
        }

        if (await moving.PlanAsync(turn, state, cancellationToken) is not { } plan)
        {
            return Reply.NotFound;
        }

        var body = Markup.Paragraphs(
            turn.Text.GetMarkup("planner.move.review", ("title", plan.Title), ("when", WhenText.Span(turn.Text, plan.Asked))),
            plan.IsPast(turn.StartedAt) ? turn.Text.GetMarkup("planner.draft.past") : Markup.Empty,
            DraftText.Conflicts(turn.Text, await moving.FindTakenAsync(plan, cancellationToken)));
        return Reply.Show(new Screen { Body = body }
            .WithRow(Button.To(turn.Text.Get("planner.move.anyway"), new MoveAnywayPress()))
            .WithRow(Button.To(turn.Text.Get("planner.move.other"), new MovePress(state.Event, state.Start))));
    }

    public async Task<Reply> ActAsync(ITurn turn, MoveAnywayPress press, CancellationToken cancellationToken)
    {
        if (turn.GetSlot<MoveState>() is not { Day: not null } state)
        {
            return Gone(turn);
        }

        turn.SetSlot<MoveState>(null);
        return await moving.PlanAsync(turn, state, cancellationToken) is { } plan ? await moving.MoveAsync(turn, plan, cancellationToken) : Reply.NotFound;
    }

    private static Reply Gone(ITurn turn) => Reply.GoTo(new DayPlace()).WithToast(turn.Text.Get("planner.move.gone"));
}

/// <summary>The last question before an event is moved.</summary>
[Callback("movereview")]
internal readonly record struct MoveReviewPlace;

/// <summary>Moves it all the same.</summary>
[Callback("moveyes")]
internal readonly record struct MoveAnywayPress;
