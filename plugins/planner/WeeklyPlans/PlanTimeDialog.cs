using DrAivBot.Dialogs;
using DrAivBot.Planner.Digest;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Asks for the time at which the company plans.</summary>
internal sealed class PlanTimeDialog(PlanTimesTable times, PlanRounds rounds) : IDialog<ClockState>, IAction<AskPlanTime>
{
    public void Define(IDialogSteps<ClockState> steps) => steps.AskTime("time", ClockState.Step("planner.times.ask"));

    public async Task<Reply> CompleteAsync(ITurn turn, ClockState state, CancellationToken cancellationToken)
    {
        await times.SaveAsync(await times.FindAsync(cancellationToken) with { At = state.Time }, cancellationToken);
        await rounds.RescheduleAsync(cancellationToken);
        return Reply.GoTo(new PlanTimesPlace()).WithToast(turn.Text.Get("planner.times.saved"));
    }

    public Task<Reply> ActAsync(ITurn turn, AskPlanTime press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<PlanTimeDialog, ClockState>(new()));
}

/// <summary>Begins to change the time of planning.</summary>
[Callback("plantime")]
internal readonly record struct AskPlanTime;
