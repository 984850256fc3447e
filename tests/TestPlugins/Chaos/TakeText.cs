using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Chaos;

public sealed class TakenText
{
    public string Text { get; set; } = "";
}

/// <summary>How many texts took effect in this session.</summary>
public sealed class Turns
{
    public int Count { get; set; }
}

/// <summary>Stores what was typed, goes wrong if the text says so, and asks for the next one.</summary>
public sealed class TakeText(EffectsTable table) : IDialog<TakenText>
{
    public void Define(IDialogSteps<TakenText> steps) => steps.AskText("text", new TextStep<TakenText>
    {
        QuestionKey = "chaos.ask.text",
        LabelKey = "chaos.label.text",
        Save = (taken, text) => taken.Text = text,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, TakenText state, CancellationToken cancellationToken)
    {
        var turns = turn.GetSlot<Turns>();
        turns.Count++;
        turn.SetSlot(turns);
        await table.AddAsync(state.Text, turns.Count, cancellationToken);
        await Poison.TakeAsync(state.Text.Split(' ')[^1]);
        return Reply.Begin<TakeText, TakenText>(new TakenText()).WithToast($"Stored: {state.Text}");
    }
}
