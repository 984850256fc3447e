using DrAivBot.Analysis.Results;
using DrAivBot.Events;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Plans;

/// <summary>The plan for 90 days, a stage at a time.</summary>
internal sealed class PlanScreen(SeenResults seen, PlanReader plans, IEvents events) : IScreen<PlanPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, PlanPlace place, CancellationToken cancellationToken)
    {
        if (await seen.FindWholeAsync(turn, place.Assessment, cancellationToken) is not { } result)
        {
            return Reply.NotFound;
        }

        var texts = await plans.ReadAsync(turn, result, cancellationToken);
        var shown = Page.Of(texts.Plan, place.Page, size: 1);
        var stage = shown.Items[0];
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
            [
                turn.Text.GetMarkup("analysis.plan.title", ("first", stage.FirstDay), ("last", stage.LastDay)),
                .. stage.Actions.Select(action => turn.Text.GetMarkup(
                    "analysis.plan.action",
                    ("action", action.Action), ("post", action.Position), ("day", action.Day), ("result", action.Result), ("statistic", action.Statistic))),
                turn.Text.GetMarkup(texts.Source == ReportSource.Template ? "analysis.report.by_template" : "analysis.report.by_assistant"),
            ]),
        };
        screen = await events.IsHandledAsync<PlanRequested>(cancellationToken)
            ? screen.WithRow(Button.To(turn.Text.Get("analysis.plan.request"), new RequestPlan(place.Assessment)))
            : screen;
        return Reply.Show(screen.WithRow(
        [
            .. texts.Plan.Index().Where(other => other.Index != shown.Number).Select(other => Button.To(
                turn.Text.Get("analysis.plan.stage", ("first", other.Item.FirstDay), ("last", other.Item.LastDay)), place with { Page = other.Index })),
        ]));
    }
}
