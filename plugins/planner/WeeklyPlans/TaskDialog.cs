using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Work;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Asks for a task of the week, and keeps it.</summary>
internal sealed class TaskDialog(TaskTies ties, PlanTable table, PlanTimesTable times, PlanDesk desk, OwnTasks own, IWork work)
    : IDialog<TaskState>, IAction<AddTask>, IAction<ChangeTask>
{
    public void Define(IDialogSteps<TaskState> steps) => steps
        .AskText("title", new()
        {
            QuestionKey = "planner.task.ask.title",
            LabelKey = "planner.task.label.title",
            MaxLength = WeekTask.LongestTitle,
            Save = (state, typed) => state.Title = typed,
            Current = state => state.Title,
        })
        .AskChoice("tie", new()
        {
            QuestionKey = "planner.task.ask.tie",
            LabelKey = "planner.task.label.tie",
            Choices = async (turn, _, token) => await ties.ChoicesAsync(turn, token),
            Save = (state, id) => state.Tie = id,
            Current = state => state.Tie,
        })
        .AskText("order", new()
        {
            QuestionKey = "planner.task.ask.order",
            LabelKey = "planner.task.label.order",
            MaxLength = WeekTask.LongestTitle,
            Save = (state, typed) => state.Order = typed,
            Current = state => state.Order,
            When = state => state.Tie == TaskTies.Order,
        });

    public async Task<Reply> CompleteAsync(ITurn turn, TaskState state, CancellationToken cancellationToken)
    {
        var plan = await FindOpenAsync(turn, state.Week, cancellationToken);
        if (plan is null || await TaskOfAsync(turn, plan, state, cancellationToken) is not { } task)
        {
            return Reply.NotFound;
        }

        if (state.Task is { } changed)
        {
            return await own.FindAsync(turn, changed, cancellationToken) is var (_, old) && old.Plan == plan.Id
                && await table.ChangeTaskAsync(task with { Id = changed }, cancellationToken) > 0
                    ? Reply.GoTo(new PlanPlace(plan.Week)).WithToast(turn.Text.Get("planner.task.changed"))
                    : Reply.NotFound;
        }

        if ((await table.ListTasksAsync(plan.Id, cancellationToken)).Count >= WeekPlan.MostTasks)
        {
            return Reply.GoTo(new PlanPlace(plan.Week)).WithToast(turn.Text.Get("planner.plan.full", ("max", WeekPlan.MostTasks)));
        }

        await table.AddTaskAsync(task, carriedFrom: null, cancellationToken);
        return Reply.GoTo(new PlanPlace(plan.Week)).WithToast(turn.Text.Get("planner.task.added"));
    }

    public async Task<Reply> ActAsync(ITurn turn, AddTask press, CancellationToken cancellationToken) =>
        await FindOpenAsync(turn, press.Week, cancellationToken) is null
            ? Reply.NotFound
            : Reply.Begin<TaskDialog, TaskState>(new() { Week = press.Week });

    public async Task<Reply> ActAsync(ITurn turn, ChangeTask press, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(turn, press.Task, cancellationToken) is not ({ IsOpen: true } plan, var task))
        {
            return Reply.NotFound;
        }

        var tie = task.Tie == TaskTie.Order ? TaskTies.Order
            : (await ties.ListAsync(turn, cancellationToken)).FirstOrDefault(choice => choice.Tie == task.Tie && choice.Unit == task.Unit).Id;
        return Reply.Begin<TaskDialog, TaskState>(new()
        {
            Week = plan.Week,
            Task = task.Id,
            Title = task.Title,
            Tie = tie ?? "",
            Order = task.Tie == TaskTie.Order ? task.TieName : "",
        });
    }

    private async Task<WeekPlan?> FindOpenAsync(ITurn turn, DateOnly week, CancellationToken cancellationToken) =>
        await times.FindRhythmAsync(cancellationToken) is { } rhythm && rhythm.MayPlan(week, turn.StartedAt)
        && await desk.FindOrBeginAsync(turn.User.Id, week, cancellationToken) is { IsOpen: true } plan
            ? plan
            : null;

    private async Task<WeekTask?> TaskOfAsync(ITurn turn, WeekPlan plan, TaskState state, CancellationToken cancellationToken)
    {
        var task = new WeekTask { Id = Guid.CreateVersion7(work.StartedAt), Plan = plan.Id, Title = state.Title, Tie = TaskTie.Order, TieName = state.Order };
        if (state.Tie == TaskTies.Order)
        {
            return task;
        }

        var chosen = (await ties.ListAsync(turn, cancellationToken)).FirstOrDefault(tie => tie.Id == state.Tie);
        return chosen.Id is null ? null : task with { Tie = chosen.Tie, TieName = chosen.Name, Unit = chosen.Unit };
    }
}

/// <summary>Begins a task of a week.</summary>
[Callback("planadd")]
internal readonly record struct AddTask(DateOnly Week);

/// <summary>Begins to change a task.</summary>
[Callback("planedit")]
internal readonly record struct ChangeTask(Guid Task);
