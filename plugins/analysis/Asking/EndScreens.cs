using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Results;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Analysis.Writing;
using DrAivBot.Assistant;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>Finishing, with a warning when too little is answered, and giving up.</summary>
internal sealed class EndScreens(AnswerSheets sheets, AssessmentTable assessments, AssessmentDesk desk, ReportOrders orders, IAssistantTerms terms)
    : IScreen<FinishPlace>, IScreen<GiveUpPlace>, IAction<FinishPress>, IAction<GiveUpPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, FinishPlace place, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(turn, place.Assessment, cancellationToken) is not { Viewer.Runs: true } sheet)
        {
            return Reply.NotFound;
        }

        var scores = sheet.Compute();
        var state = await terms.FindStateAsync(cancellationToken);
        var screen = new Screen { Body = Markup.Paragraphs(Body(turn, sheet, scores), scores.Company is null ? Markup.Empty : QuotaText.Before(turn.Text, state)) };
        if (sheet.FirstOpen is not null)
        {
            screen = screen.WithRow(Button.To(turn.Text.Get("analysis.finish.fill"), new ContinuePlace(place.Assessment)));
        }

        if (scores.Company is null)
        {
            return Reply.Show(screen);
        }

        if (state is { IsConfigured: true, HasConsent: false })
        {
            screen = screen.WithRow(Button.To(turn.Text.Get("analysis.assistant.open"), new AssistantPlace(Guid.Empty)));
        }

        return Reply.Show(screen.WithRow(Button.To(turn.Text.Get(IsThin(sheet, scores) ? "analysis.finish.anyway" : "analysis.finish.confirm"), new FinishPress(place.Assessment, IsThin(sheet, scores)))));
    }

    public async Task<Reply> ActAsync(ITurn turn, FinishPress press, CancellationToken cancellationToken)
    {
        // Held from here on: no answer comes between the scores that are looked at and the end.
        if (await assessments.LockOpenAsync(press.Assessment, cancellationToken) is null
            || await sheets.FindAsync(turn, press.Assessment, cancellationToken) is not { Viewer.Runs: true } sheet)
        {
            return Reply.NotFound;
        }

        var scores = sheet.Compute();
        if (scores.Company is null || (IsThin(sheet, scores) && !press.KnowsGaps))
        {
            return Reply.GoTo(new FinishPlace(press.Assessment));
        }

        await desk.EndAsync(sheet.Assessment, AssessmentState.Finished, cancellationToken);
        await orders.OrderAsync(turn, press.Assessment, cancellationToken);
        return Reply.GoTo(new ResultsPlace(press.Assessment)).WithToast(turn.Text.Get("analysis.finished"));
    }

    public async Task<Reply> ShowAsync(ITurn turn, GiveUpPlace place, CancellationToken cancellationToken) =>
        await sheets.FindAsync(turn, place.Assessment, cancellationToken) is { Viewer.Runs: true } sheet
            ? Reply.Show(new Screen { Body = turn.Text.GetMarkup("analysis.give_up.title", ("count", sheet.Questions.Count(sheet.IsAnswered))) }
                .WithRow(Button.To(turn.Text.Get("analysis.give_up.confirm"), new GiveUpPress(place.Assessment))))
            : Reply.NotFound;

    public async Task<Reply> ActAsync(ITurn turn, GiveUpPress press, CancellationToken cancellationToken) =>
        await assessments.LockOpenAsync(press.Assessment, cancellationToken) is { } open && await desk.EndAsync(open, AssessmentState.GivenUp, cancellationToken)
            ? Reply.GoTo(new AnalysisPlace()).WithToast(turn.Text.Get("analysis.given_up"))
            : Reply.NotFound;

    private static bool IsThin(AnswerSheet sheet, Scores scores) => scores.Coverage < sheet.Assessment.Questions.Minimum.CompanyReport;

    private static Markup Body(ITurn turn, AnswerSheet sheet, Scores scores) => Markup.Paragraphs(
        turn.Text.GetMarkup("analysis.finish.title"),
        turn.Text.GetMarkup(
            "analysis.finish.coverage",
            ("percent", Scores.Shown(scores.Coverage)), ("done", sheet.Questions.Count(sheet.IsAnswered)), ("all", sheet.Questions.Count)),
        scores.Company is null ? turn.Text.GetMarkup("analysis.finish.nothing")
            : IsThin(sheet, scores) ? turn.Text.GetMarkup("analysis.finish.thin", ("percent", sheet.Assessment.Questions.Minimum.CompanyReport))
            : Markup.Empty,
        turn.Text.GetMarkup("analysis.finish.final"));
}
