using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Bench.Goals;

internal sealed class NewGoalAction(TurnLog log) : IAction<NewGoal>
{
    public Task<Reply> ActAsync(ITurn turn, NewGoal press, CancellationToken cancellationToken)
    {
        var n = log.Add("goal:title", "goal.started", null, _ => { });
        return Task.FromResult(Reply.Begin<TitleDialog, TitleState>(new() { N = n }));
    }
}

/// <summary>The button that the rig presses.</summary>
[Callback("new")]
internal readonly record struct NewGoal;
