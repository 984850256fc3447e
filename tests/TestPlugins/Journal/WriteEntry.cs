using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Journal;

public sealed class EntryDraft
{
    public string Text { get; set; } = "";
}

/// <summary>Stores what was typed and asks for the next entry.</summary>
public sealed class WriteEntry(EntriesTable table) : IDialog<EntryDraft>
{
    public void Define(IDialogSteps<EntryDraft> steps) => steps.AskText("text", new TextStep<EntryDraft>
    {
        QuestionKey = "journal.ask.text",
        LabelKey = "journal.label.text",
        Save = (draft, text) => draft.Text = text,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, EntryDraft state, CancellationToken cancellationToken)
    {
        await table.AddAsync(state.Text, cancellationToken);
        return Reply.Begin<WriteEntry, EntryDraft>(new EntryDraft()).WithToast($"Stored: {state.Text}");
    }
}
