using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Notes;

/// <summary>Writes a new note, or renames the one with the id.</summary>
[Callback("write")]
public readonly record struct Write(Guid? Id);

public sealed class WriteAction : IAction<Write>
{
    public Task<Reply> ActAsync(ITurn turn, Write press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<WriteNote, NoteDraft>(new NoteDraft { Id = press.Id }));
}

public sealed class NoteDraft
{
    public Guid? Id { get; set; }

    public string Text { get; set; } = "";
}

public sealed class WriteNote(NotesTable table) : IDialog<NoteDraft>
{
    public void Define(IDialogSteps<NoteDraft> steps) => steps.AskText("text", new TextStep<NoteDraft>
    {
        QuestionKey = "notes.ask.text",
        LabelKey = "notes.label.text",
        Save = (draft, text) => draft.Text = text,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, NoteDraft state, CancellationToken cancellationToken)
    {
        var isDone = state.Id is { } id
            ? await table.RenameAsync(id, state.Text, cancellationToken)
            : await table.AddAsync(state.Text, cancellationToken);
        return isDone ? Reply.GoTo(new NoteList()).WithToast(turn.Text.Get("notes.added")) : Reply.NotFound;
    }
}
