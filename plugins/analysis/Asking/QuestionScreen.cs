using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>Puts a question: one tap answers it and shows the next; what is typed is asked by <see cref="AnswerDialog"/>.</summary>
internal sealed class QuestionScreen(AnswerSheets sheets, AnswerDesk desk, AnswerFlow flow)
    : IScreen<QuestionPlace>, IScreen<ContinuePlace>, IAction<GiveAnswer>
{
    public async Task<Reply> ShowAsync(ITurn turn, QuestionPlace place, CancellationToken cancellationToken) =>
        await sheets.FindAsync(turn, place.Assessment, cancellationToken) is { } sheet && sheet.Find(place.Page) is not null
            ? Put(turn, sheet, place.Page)
            : Reply.NotFound;

    public async Task<Reply> ShowAsync(ITurn turn, ContinuePlace place, CancellationToken cancellationToken) =>
        await sheets.FindAsync(turn, place.Assessment, cancellationToken) is not { } sheet ? Reply.NotFound
        : sheet.FirstOpen is { } first ? Reply.GoTo(new QuestionPlace(place.Assessment, first))
        : Reply.GoTo(new AnalysisPlace());

    public async Task<Reply> ActAsync(ITurn turn, GiveAnswer press, CancellationToken cancellationToken)
    {
        var kind = QuestionButtons.KindOf(press.Value);
        return await desk.GiveAsync(turn, press.Assessment, press.Number, kind, press.Value, cancellationToken) is var (sheet, _)
            ? await flow.NextAsync(turn, sheet, press.Number, kind, cancellationToken)
            : Reply.NotFound;
    }

    private static Reply Put(ITurn turn, AnswerSheet sheet, int number)
    {
        var view = QuestionView.Of(sheet, number);
        if (view.Question.Type is QuestionType.Number or QuestionType.Text)
        {
            return Reply.Begin<AnswerDialog, AnswerState>(new() { View = view });
        }

        return Reply.Show(new Screen { Body = QuestionText.Body(turn.Text, view) }
            .WithColumn(sheet.Assessment.Questions.Choices(view.Question, turn.Text.Culture).Select(choice => Button.To(
                QuestionButtons.Marked(choice.Label, view.Kind == AnswerKind.Value && view.Value == choice.Value),
                new GiveAnswer(view.Assessment, number, choice.Value))))
            .WithRows(QuestionButtons.Rows(turn.Text, view)));
    }
}
