using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Marks a task: done at once, anything else with its reason.</summary>
internal sealed class MarkDialog(OwnTasks own, PlanTable table, PlanTimesTable times) : IDialog<MarkState>, IAction<MarkTask>
{
    public void Define(IDialogSteps<MarkState> steps) => steps.AskText("reason", new()
    {
        QuestionKey = "planner.mark.ask",
        LabelKey = "planner.mark.label",
        MinLength = 3,
        MaxLength = WeekTask.LongestReason,
        Save = (state, typed) => state.Reason = typed,
    });

    public Task<Reply> CompleteAsync(ITurn turn, MarkState state, CancellationToken cancellationToken) =>
        MarkAsync(turn, state.Task, state.Mark, state.Reason, cancellationToken);

    public async Task<Reply> ActAsync(ITurn turn, MarkTask press, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(press.Mark) || await FindAsync(turn, press.Task, cancellationToken) is null)
        {
            return Reply.NotFound;
        }

        return press.Mark == TaskMark.Done
            ? await MarkAsync(turn, press.Task, press.Mark, reason: null, cancellationToken)
            : Reply.Begin<MarkDialog, MarkState>(new() { Task = press.Task, Mark = press.Mark });
    }

    private async Task<Reply> MarkAsync(ITurn turn, Guid task, TaskMark mark, string? reason, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, task, cancellationToken) is not { } plan)
        {
            return Reply.NotFound;
        }

        await table.MarkAsync(task, mark, reason, cancellationToken);
        return Reply.GoTo(new PlanPlace(plan.Week)).WithToast(turn.Text.Get("planner.mark.kept"));
    }

    private async Task<WeekPlan?> FindAsync(ITurn turn, Guid task, CancellationToken cancellationToken) =>
        await own.LockAsync(turn, task, cancellationToken) is ({ IsUnderWay: true } plan, _)
        && await times.FindRhythmAsync(cancellationToken) is { } rhythm
        && rhythm.MayReport(plan.Week, turn.StartedAt)
            ? plan
            : null;
}

/// <summary>The mark whose reason is asked for.</summary>
internal sealed record MarkState
{
    public Guid Task { get; set; }

    public TaskMark Mark { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Says what became of a task.</summary>
[Callback("planmark")]
internal readonly record struct MarkTask(Guid Task, TaskMark Mark);
