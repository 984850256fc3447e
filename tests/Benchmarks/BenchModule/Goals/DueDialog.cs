using System.Globalization;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Bench.Goals;

/// <summary>Asks for the date and shows the menu.</summary>
internal sealed class DueDialog(TurnLog log) : IDialog<DueState>
{
    private const int RecentGoals = 3;

    public void Define(IDialogSteps<DueState> steps) => steps.AskText("due", new()
    {
        QuestionKey = "bench.due",
        QuestionValues = (_, state) => [("n", state.N.ToString(CultureInfo.InvariantCulture))],
        LabelKey = "bench.due.label",
        Save = (state, due) => state.Due = due,
    });

    public Task<Reply> CompleteAsync(ITurn turn, DueState state, CancellationToken cancellationToken)
    {
        var n = log.Add("menu", "goal.created", state.Due, work => Remember(work, state.Due));
        return Task.FromResult(Reply.Show(MenuScreen.Draw(turn.Text, "bench.saved", n)));
    }

    private static void Remember(Work work, string? due)
    {
        work.Draft.Due = due;
        work.Recent = [.. work.Recent.Prepend(new(work.N, work.Draft.Title, due)).Take(RecentGoals)];
    }
}

internal sealed class DueState
{
    public int N { get; set; }

    public string? Due { get; set; }
}
