using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Ideas;
using DrAivBot.Analysis.Results;
using DrAivBot.Analysis.Writing;
using DrAivBot.Assistant;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>The way in: what is open, else what there is and how to begin.</summary>
internal sealed class AnalysisScreen(AnswerSheets sheets, AssessmentTable assessments, Viewers viewers, IAssistantTerms terms) : IScreen<AnalysisPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, AnalysisPlace place, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(turn, cancellationToken) is { } sheet)
        {
            var hasResults = sheet.Viewer.SeesResults && (await assessments.ListFinishedAsync(1, cancellationToken)).Count > 0;
            return Reply.Show(Overview.Draw(turn, sheet, hasResults));
        }

        var viewer = await viewers.FindAsync(turn, [], cancellationToken);
        var finished = viewer.SeesResults ? await assessments.ListFinishedAsync(1, cancellationToken) : [];
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("analysis.title"),
                turn.Text.GetMarkup(viewer.Runs ? "analysis.intro" : finished.Count > 0 ? "analysis.intro_results" : "analysis.intro_nothing")),
        };
        if (viewer.Runs)
        {
            screen = screen.WithRow(Button.To(turn.Text.Get("analysis.begin"), new ProfilePlace()));
        }

        if (finished is [var last, ..])
        {
            screen = screen
                .WithRow(Button.To(turn.Text.Get("analysis.last_result"), new ResultsPlace(last.Id)))
                .WithRow(Button.To(turn.Text.Get("analysis.history"), new HistoryPlace()));
        }

        return Reply.Show(viewer.Runs ? await WithRunningAsync(screen, turn, cancellationToken) : screen);
    }

    private async Task<Screen> WithRunningAsync(Screen screen, ITurn turn, CancellationToken cancellationToken)
    {
        screen = screen.WithRow(Button.To(turn.Text.Get("analysis.idea.menu"), new IdeasPlace()));
        return await terms.FindStateAsync(cancellationToken) is { IsConfigured: true }
            ? screen.WithRow(Button.To(turn.Text.Get("analysis.assistant.open"), new AssistantPlace(Guid.Empty)))
            : screen;
    }
}
