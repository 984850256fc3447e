using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Notes;

[Callback("list")]
public readonly record struct NoteList(int Page = 0);

public sealed class NoteListScreen(NotesTable table) : IScreen<NoteList>
{
    public async Task<Reply> ShowAsync(ITurn turn, NoteList place, CancellationToken cancellationToken)
    {
        var notes = await table.ListAsync(cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                Markup.Bold(turn.Text.GetMarkup("notes.title")),
                notes.Count == 0 ? turn.Text.GetMarkup("notes.empty") : Markup.Empty),
        };
        screen = screen.WithPage(
            Page.Of(notes, place.Page), note => Button.To(note.Text, new NotePage(note.Id)), page => new NoteList(page));
        return Reply.Show(turn.May("notes.edit")
            ? screen.WithRow(Button.To(turn.Text.Get("notes.add"), new Write(null)))
            : screen);
    }
}
