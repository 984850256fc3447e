using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Load;

public sealed class TakenText
{
    public string Text { get; set; } = "";
}

/// <summary>Stores what was typed and asks for the next one.</summary>
public sealed class TakeText(EffectsTable table) : IDialog<TakenText>
{
    public void Define(IDialogSteps<TakenText> steps) => steps.AskText("text", new TextStep<TakenText>
    {
        QuestionKey = Names.Id + ".ask.text",
        LabelKey = Names.Id + ".label.text",
        Save = (taken, text) => taken.Text = text,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, TakenText state, CancellationToken cancellationToken) =>
        Reply.Begin<TakeText, TakenText>(new TakenText()).WithToast(await table.AddAsync(state.Text, cancellationToken));
}
