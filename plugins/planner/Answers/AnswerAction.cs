using DrAivBot.Planner.Events;
using DrAivBot.Planner.Views;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Answers;

internal sealed class AnswerAction(AnswerDesk desk, Viewers viewers) : IAction<AnswerPress>
{
    public async Task<Reply> ActAsync(ITurn turn, AnswerPress press, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(press.Answer) || press.Answer == Rsvp.NeedsAction)
        {
            return Reply.NotFound;
        }

        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var result = await desk.AnswerAsync(viewer, EventPlace.KeyOf(press.Event, press.Start), press.Answer, press.ToAll, cancellationToken);
        return result.Outcome switch
        {
            EventOutcome.Done or EventOutcome.Unchanged => Reply.Stay.WithToast(turn.Text.Get("planner.answer.noted." + AnswerText.KeyOf(press.Answer))),
            _ => Reply.NotFound,
        };
    }
}

/// <summary>Answers an invitation.</summary>
[Callback("answer")]
internal readonly record struct AnswerPress(Guid Event, long Start, Rsvp Answer, bool ToAll);
