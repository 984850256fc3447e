using DrAivBot.Routing;
using DrAivBot.Screens;

namespace Acme.Sample;

[Callback("note")]
public readonly record struct NotePlace(Guid Id);

public sealed class NoteScreen(NoteTable table) : IScreen<NotePlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, NotePlace place, CancellationToken cancellationToken) =>
        // An id that comes back from a button may be gone, or of another company: the same answer for both.
        await table.FindAsync(place.Id, cancellationToken) is { } note
            ? Reply.Show(new Screen { Body = Markup.Plain(note.Text) }
                .WithRow(Button.To(turn.Text.Get("sample_id.delete"), new DeleteNote(note.Id))))
            : Reply.NotFound;
}
