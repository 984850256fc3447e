using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Asks why a plan is returned, and returns it.</summary>
internal sealed class ReturnDialog(PlanTable table, PlanDesk desk) : IDialog<ReturnState>, IAction<ReturnPlan>
{
    public void Define(IDialogSteps<ReturnState> steps) => steps.AskText("reason", new()
    {
        QuestionKey = "planner.return.ask",
        LabelKey = "planner.return.label",
        MinLength = 3,
        MaxLength = WeekTask.LongestReason,
        Save = (state, typed) => state.Reason = typed,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, ReturnState state, CancellationToken cancellationToken) =>
        await desk.ReturnAsync(state.Plan, turn.User.Id, state.Reason, cancellationToken) switch
        {
            null => Reply.NotFound,
            false => Reply.GoTo(new PlanCardPlace(state.Plan)).WithToast(turn.Text.Get("planner.card.decided")),
            true => Reply.GoTo(new PlanCardPlace(state.Plan)).WithToast(turn.Text.Get("planner.return.done")),
        };

    public async Task<Reply> ActAsync(ITurn turn, ReturnPlan press, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(press.Plan, cancellationToken) is not { } plan
            || (await desk.FindDeciderAsync(plan, cancellationToken))?.Actor.UserId != turn.User.Id)
        {
            return Reply.NotFound;
        }

        return plan.State == PlanState.Sent
            ? Reply.Begin<ReturnDialog, ReturnState>(new() { Plan = press.Plan })
            : PlanCardScreen.ReplyTo(turn, isDecided: false, "planner.card.decided");
    }
}

/// <summary>The plan whose return is explained.</summary>
internal sealed record ReturnState
{
    public Guid Plan { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Begins to return a plan as the superior.</summary>
[Callback("planback")]
internal readonly record struct ReturnPlan(Guid Plan);
