using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Journal;

[Callback("page")]
public readonly record struct JournalPage;

[Callback("add")]
public readonly record struct AddEntry;

public sealed class JournalPageScreen(EntriesTable table) : IScreen<JournalPage>
{
    public async Task<Reply> ShowAsync(ITurn turn, JournalPage place, CancellationToken cancellationToken)
    {
        var count = await table.CountAsync(cancellationToken);
        return Reply.Show(new Screen { Body = Markup.Plain($"Entries: {count}") }
            .WithRow(Button.To(turn.Text.Get("journal.add"), new AddEntry())));
    }
}

public sealed class AddEntryAction(EntriesTable table) : IAction<AddEntry>
{
    public async Task<Reply> ActAsync(ITurn turn, AddEntry press, CancellationToken cancellationToken)
    {
        await table.AddAsync("press", cancellationToken);
        return Reply.Stay;
    }
}
