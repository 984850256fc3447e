using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>Takes an answer that is typed; the buttons of a question stand below.</summary>
internal sealed class AnswerDialog(AnswerDesk desk, AnswerFlow flow) : IDialog<AnswerState>
{
    private const int LongestAnswer = 1000;

    public void Define(IDialogSteps<AnswerState> steps) => steps.AskText("answer", new()
    {
        QuestionKey = "analysis.question.body",
        LabelKey = "analysis.question.label",
        QuestionValues = (turn, state) => [("body", state.View is { } view ? QuestionText.Body(turn.Text, view, state.IsRefused) : Markup.Empty)],
        MaxLength = LongestAnswer,
        MultiLine = true,
        Save = (state, typed) => state.Typed = typed,
        Buttons = (turn, state) => state.View is { } view ? QuestionButtons.Rows(turn.Text, view) : [],
    });

    public async Task<Reply> CompleteAsync(ITurn turn, AnswerState state, CancellationToken cancellationToken)
    {
        if (state.View is not { } view)
        {
            return Reply.NotFound;
        }

        if (AnswerDesk.ReadTyped(view.Question, state.Typed) is null)
        {
            return Reply.Begin<AnswerDialog, AnswerState>(new() { View = view, IsRefused = true });
        }

        return await desk.GiveAsync(turn, view.Assessment, view.Number, AnswerKind.Value, state.Typed, cancellationToken) is var (sheet, _)
            ? await flow.NextAsync(turn, sheet, view.Number, AnswerKind.Value, cancellationToken)
            : Reply.NotFound;
    }
}

/// <summary>The question that is answered by typing.</summary>
internal sealed record AnswerState
{
    public QuestionView? View { get; set; }

    public string Typed { get; set; } = "";

    /// <summary>Whether the answer before was none.</summary>
    public bool IsRefused { get; set; }
}
