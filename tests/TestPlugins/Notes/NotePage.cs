using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Notes;

[Callback("note")]
public readonly record struct NotePage(Guid Id);

public sealed class NotePageScreen(NotesTable table) : IScreen<NotePage>
{
    public async Task<Reply> ShowAsync(ITurn turn, NotePage place, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(place.Id, cancellationToken) is not { } note)
        {
            return Reply.NotFound;
        }

        var screen = new Screen { Body = Markup.Plain(note.Text) };
        return Reply.Show(turn.May("notes.edit")
            ? screen.WithRow(
                Button.To(turn.Text.Get("notes.rename"), new Write(note.Id)),
                Button.To(turn.Text.Get("notes.delete"), new Delete(note.Id)))
            : screen);
    }
}
