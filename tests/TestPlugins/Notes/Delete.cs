using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Notes;

[Callback("delete")]
public readonly record struct Delete(Guid Id);

public sealed class DeleteAction(NotesTable table) : IAction<Delete>
{
    public async Task<Reply> ActAsync(ITurn turn, Delete press, CancellationToken cancellationToken) =>
        await table.DeleteAsync(press.Id, cancellationToken)
            ? Reply.GoTo(new NoteList()).WithToast(turn.Text.Get("notes.deleted"))
            : Reply.NotFound;
}
