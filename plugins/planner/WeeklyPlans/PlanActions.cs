using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What the author does with the plan as a whole: takes over what is unfinished, sends it, reports it.</summary>
internal sealed class PlanActions(PlanTable table, PlanTimesTable times, PlanDesk desk, OwnTasks own)
    : IAction<CarryTasks>, IAction<SendPlan>, IAction<CloseReport>
{
    public async Task<Reply> ActAsync(ITurn turn, CarryTasks press, CancellationToken cancellationToken)
    {
        if (await times.FindRhythmAsync(cancellationToken) is not { } rhythm || !rhythm.MayPlan(press.Week, turn.StartedAt)
            || await desk.FindOrBeginAsync(turn.User.Id, press.Week, cancellationToken) is not { IsOpen: true } plan)
        {
            return Reply.NotFound;
        }

        var room = WeekPlan.MostTasks - (await table.ListTasksAsync(plan.Id, cancellationToken)).Count;
        var carried = 0;
        foreach (var task in (await table.ListUnfinishedAsync(turn.User.Id, press.Week, cancellationToken)).Take(room))
        {
            var copy = task with { Id = Guid.CreateVersion7(turn.StartedAt), Plan = plan.Id, Carried = task.Carried + 1 };
            carried += await table.AddTaskAsync(copy, carriedFrom: task.Id, cancellationToken);
        }

        return Reply.Stay.WithToast(turn.Text.Get("planner.plan.carried_over", ("count", carried)));
    }

    public async Task<Reply> ActAsync(ITurn turn, SendPlan press, CancellationToken cancellationToken)
    {
        if (await own.LockPlanAsync(turn, press.Plan, cancellationToken) is not { IsOpen: true } plan
            || await times.FindRhythmAsync(cancellationToken) is not { } rhythm || !rhythm.MayPlan(plan.Week, turn.StartedAt))
        {
            return Reply.NotFound;
        }

        var count = (await table.ListTasksAsync(plan.Id, cancellationToken)).Count;
        if (count is < WeekPlan.FewestTasks or > WeekPlan.MostTasks)
        {
            return Reply.Stay.WithToast(turn.Text.Get("planner.plan.too_few", ("min", WeekPlan.FewestTasks), ("max", WeekPlan.MostTasks)));
        }

        return await desk.SendAsync(plan, cancellationToken) ? Reply.Stay.WithToast(turn.Text.Get("planner.plan.sent")) : Reply.NotFound;
    }

    public async Task<Reply> ActAsync(ITurn turn, CloseReport press, CancellationToken cancellationToken)
    {
        if (await own.LockPlanAsync(turn, press.Plan, cancellationToken) is not { IsUnderWay: true } plan
            || await times.FindRhythmAsync(cancellationToken) is not { } rhythm || !rhythm.MayReport(plan.Week, turn.StartedAt))
        {
            return Reply.NotFound;
        }

        if ((await table.ListTasksAsync(plan.Id, cancellationToken)).Any(task => task.Mark is null))
        {
            return Reply.Stay.WithToast(turn.Text.Get("planner.plan.unmarked"));
        }

        return await desk.CloseAsync(plan, isReported: true, cancellationToken) is { } percent
            ? Reply.Stay.WithToast(turn.Text.Get("planner.plan.reported", ("percent", percent)))
            : Reply.NotFound;
    }
}

/// <summary>Takes over what was not finished the week before.</summary>
[Callback("plancarry")]
internal readonly record struct CarryTasks(DateOnly Week);

/// <summary>Sends a plan to the superior.</summary>
[Callback("plansend")]
internal readonly record struct SendPlan(Guid Plan);

/// <summary>Hands in the report of a week.</summary>
[Callback("planclose")]
internal readonly record struct CloseReport(Guid Plan);
