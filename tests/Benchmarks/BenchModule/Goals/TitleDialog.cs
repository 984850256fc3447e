using System.Globalization;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Bench.Goals;

/// <summary>Asks for the title. A dialog of its own, so that its answer is a turn that writes.</summary>
internal sealed class TitleDialog(TurnLog log) : IDialog<TitleState>
{
    public void Define(IDialogSteps<TitleState> steps) => steps.AskText("title", new()
    {
        QuestionKey = "bench.title",
        QuestionValues = (_, state) => [("n", state.N.ToString(CultureInfo.InvariantCulture))],
        LabelKey = "bench.title.label",
        Save = (state, title) => state.Title = title,
    });

    public Task<Reply> CompleteAsync(ITurn turn, TitleState state, CancellationToken cancellationToken)
    {
        var n = log.Add("goal:due", "goal.titled", state.Title, work => work.Draft.Title = state.Title);
        return Task.FromResult(Reply.Begin<DueDialog, DueState>(new() { N = n }));
    }
}

internal sealed class TitleState
{
    public int N { get; set; }

    public string? Title { get; set; }
}
