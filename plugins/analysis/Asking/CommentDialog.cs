using DrAivBot.Analysis.Assessments;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>Asks for a comment on an answer.</summary>
internal sealed class CommentDialog(AnswerSheets sheets, AnswerDesk desk) : IDialog<CommentState>, IAction<AskComment>, IAction<RemoveComment>
{
    public void Define(IDialogSteps<CommentState> steps) => steps.AskText("comment", new()
    {
        QuestionKey = "analysis.comment.ask",
        LabelKey = "analysis.comment.label",
        MaxLength = AnswerDesk.LongestComment,
        MultiLine = true,
        Save = (state, typed) => state.Comment = typed,
        Current = state => state.Comment,
        Buttons = (turn, state) => state.Comment.Length == 0
            ? []
            : [[Button.To(turn.Text.Get("analysis.comment.remove"), new RemoveComment(state.Assessment, state.Number))]],
    });

    public async Task<Reply> ActAsync(ITurn turn, AskComment press, CancellationToken cancellationToken) =>
        await sheets.FindAsync(turn, press.Assessment, cancellationToken) is { } sheet && sheet.Find(press.Number) is { } question
            ? Reply.Begin<CommentDialog, CommentState>(new() { Assessment = press.Assessment, Number = press.Number, Comment = sheet.AnswerTo(question)?.Comment ?? "" })
            : Reply.NotFound;

    public async Task<Reply> ActAsync(ITurn turn, RemoveComment press, CancellationToken cancellationToken) =>
        await desk.RemoveCommentAsync(turn, press.Assessment, press.Number, cancellationToken)
            ? Reply.GoTo(new QuestionPlace(press.Assessment, press.Number)).WithToast(turn.Text.Get("analysis.comment.removed"))
            : Reply.NotFound;

    public async Task<Reply> CompleteAsync(ITurn turn, CommentState state, CancellationToken cancellationToken) =>
        await desk.CommentAsync(turn, state.Assessment, state.Number, state.Comment, cancellationToken)
            ? Reply.GoTo(new QuestionPlace(state.Assessment, state.Number)).WithToast(turn.Text.Get("analysis.comment.kept"))
            : Reply.NotFound;
}

/// <summary>The answer that is commented on.</summary>
internal sealed record CommentState
{
    public Guid Assessment { get; set; }

    public int Number { get; set; }

    public string Comment { get; set; } = "";
}
