using DrAivBot.Routing;
using DrAivBot.Screens;

namespace Acme.Sample;

[Callback("delete")]
public readonly record struct DeleteNote(Guid Id);

/// <summary>Acts once a press; its SQL commits together with the answer, or not at all.</summary>
public sealed class DeleteNoteAction(NoteTable table) : IAction<DeleteNote>
{
    public async Task<Reply> ActAsync(ITurn turn, DeleteNote press, CancellationToken cancellationToken) =>
        await table.DeleteAsync(press.Id, cancellationToken)
            ? Reply.GoTo(new NoteListPlace()).WithToast(turn.Text.Get("sample_id.deleted"))
            : Reply.NotFound;
}
