using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>A task of the viewer's own plan: changed while it is planned, marked when it is reported.</summary>
internal sealed class TaskScreen(OwnTasks own, PlanTable table, PlanTimesTable times) : IScreen<TaskPlace>, IAction<RemoveTask>
{
    public async Task<Reply> ShowAsync(ITurn turn, TaskPlace place, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(turn, place.Task, cancellationToken) is not var (plan, task)
            || await times.FindRhythmAsync(cancellationToken) is not { } rhythm)
        {
            return Reply.NotFound;
        }

        var text = turn.Text;
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                PlanText.Title(text, plan.Week),
                Markup.Lines(
                    text.GetMarkup("planner.task.title", ("mark", PlanText.MarkSign(task)), ("title", task.Title), ("carried", PlanText.Carried(text, task))),
                    text.GetMarkup("planner.plan.tie", ("tie", PlanText.Tie(text, task)))),
                task.Reason is null ? Markup.Empty : text.GetMarkup("planner.plan.reason", ("reason", task.Reason))),
        };
        if (plan.IsOpen && rhythm.MayPlan(plan.Week, turn.StartedAt))
        {
            screen = screen.WithRow(Button.To(text.Get("planner.task.change"), new ChangeTask(task.Id)), Button.To(text.Get("planner.task.remove"), new RemoveTask(task.Id)));
        }

        return Reply.Show(plan.IsUnderWay && rhythm.MayReport(plan.Week, turn.StartedAt)
            ? screen.WithColumn(new[] { TaskMark.Done, TaskMark.Part, TaskMark.No }.Select(mark => Button.To(text.Get(PlanText.MarkKey(mark)), new MarkTask(task.Id, mark))))
            : screen);
    }

    public async Task<Reply> ActAsync(ITurn turn, RemoveTask press, CancellationToken cancellationToken)
    {
        if (await own.LockAsync(turn, press.Task, cancellationToken) is not ({ IsOpen: true } plan, _))
        {
            return Reply.NotFound;
        }

        await table.RemoveTaskAsync(press.Task, cancellationToken);
        return Reply.GoTo(new PlanPlace(plan.Week)).WithToast(turn.Text.Get("planner.task.removed"));
    }
}

/// <summary>A task of the viewer's own plan.</summary>
[Callback("plantask")]
internal readonly record struct TaskPlace(Guid Task);

/// <summary>Takes a task out of a plan.</summary>
[Callback("plandel")]
internal readonly record struct RemoveTask(Guid Task);
