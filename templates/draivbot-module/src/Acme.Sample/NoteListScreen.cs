using DrAivBot.Routing;
using DrAivBot.Screens;

namespace Acme.Sample;

/// <summary>Where a user can be: what a button carries. The tag never changes.</summary>
[Callback("list")]
public readonly record struct NoteListPlace(int Page = 0);

/// <summary>Draws the place. It only reads: the host draws again to go back and after a restart.</summary>
public sealed class NoteListScreen(NoteTable table) : IScreen<NoteListPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, NoteListPlace place, CancellationToken cancellationToken)
    {
        var notes = await table.ListAsync(cancellationToken);
        var screen = new Screen { Body = turn.Text.GetMarkup("sample_id.list", ("count", notes.Count)) };
        return Reply.Show(screen
            .WithPage(Page.Of(notes, place.Page), note => Button.To(note.Text, new NotePlace(note.Id)), page => new NoteListPlace(page))
            .WithRow(Button.To(turn.Text.Get("sample_id.write"), new BeginNote())));
    }
}
