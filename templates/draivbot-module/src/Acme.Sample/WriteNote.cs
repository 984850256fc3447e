using System.Text.Json.Serialization;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace Acme.Sample;

[Callback("write")]
public readonly record struct BeginNote;

public sealed class BeginNoteAction : IAction<BeginNote>
{
    public Task<Reply> ActAsync(ITurn turn, BeginNote press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<WriteNote, NoteDraft>(new()));
}

/// <summary>Asks for the note; back, cancel and going on after a restart come with every step.</summary>
public sealed class WriteNote(NoteTable table) : IDialog<NoteDraft>
{
    public void Define(IDialogSteps<NoteDraft> steps) => steps.AskText("text", new()
    {
        QuestionKey = "sample_id.ask",
        LabelKey = "sample_id.label",
        MaxLength = 200,
        Save = (draft, text) => draft.Text = text,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, NoteDraft state, CancellationToken cancellationToken)
    {
        var note = new Note(Guid.CreateVersion7(turn.StartedAt), state.Text);
        await table.AddAsync(note, cancellationToken);
        return Reply.GoTo(new NotePlace(note.Id));
    }
}

public sealed class NoteDraft
{
    public string Text { get; set; } = "";
}

/// <summary>Everything the host stores for the module, as source-generated JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NoteDraft))]
internal sealed partial class NotesJson : JsonSerializerContext;
