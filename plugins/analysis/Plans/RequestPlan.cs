using DrAivBot.Analysis.Results;
using DrAivBot.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Plans;

/// <summary>Hands the plan to the module that takes plans up.</summary>
[Callback("request_plan")]
internal readonly record struct RequestPlan(Guid Assessment);

/// <summary>Publishes the plan when its button is pressed; without a module that takes it up there is no button.</summary>
internal sealed class RequestPlanAction(SeenResults seen, PlanReader plans, IEvents events) : IAction<RequestPlan>
{
    public async Task<Reply> ActAsync(ITurn turn, RequestPlan press, CancellationToken cancellationToken)
    {
        if (!await events.IsHandledAsync<PlanRequested>(cancellationToken) || await seen.FindWholeAsync(turn, press.Assessment, cancellationToken) is not { } result)
        {
            return Reply.NotFound;
        }

        var texts = await plans.ReadAsync(turn, result, cancellationToken);
        await events.PublishAsync(Of(turn, press.Assessment, texts), press.Assessment.ToString(), cancellationToken);
        return Reply.Stay.WithToast(turn.Text.Get("analysis.plan.requested"));
    }

    private static PlanRequested Of(ITurn turn, Guid assessment, ReportTexts texts)
    {
        var today = turn.Text.DayOf(turn.StartedAt);
        return new()
        {
            Assessment = assessment,
            RequestedBy = turn.User.Id.Value,
            Language = turn.User.Language,
            StartsOn = today,
            IsByAssistant = texts.Source == ReportSource.Assistant,
            Actions =
            [
                .. texts.Plan.Index().SelectMany(stage => stage.Item.Actions.Select(action => new RequestedAction
                {
                    Stage = stage.Index + 1,
                    Action = action.Action,
                    Position = action.Position,
                    DueOn = today.AddDays(action.Day - 1),
                    Result = action.Result,
                    Statistic = action.Statistic,
                })),
            ],
        };
    }
}
