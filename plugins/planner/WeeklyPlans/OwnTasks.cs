using DrAivBot.Routing;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Finds what belongs to the person of the turn; anybody else's is not found.</summary>
internal sealed class OwnTasks(PlanTable table)
{
    public async Task<(WeekPlan Plan, WeekTask Task)?> FindAsync(ITurn turn, Guid task, CancellationToken cancellationToken) =>
        await table.FindTaskAsync(task, cancellationToken) is { } found
        && await table.FindAsync(found.Plan, cancellationToken) is { } plan
        && plan.Person == turn.User.Id
            ? (plan, found)
            : null;

    /// <summary>Nobody else changes the plan until the turn ends.</summary>
    public async Task<(WeekPlan Plan, WeekTask Task)?> LockAsync(ITurn turn, Guid task, CancellationToken cancellationToken) =>
        await FindAsync(turn, task, cancellationToken) is var (plan, found)
        && await LockPlanAsync(turn, plan.Id, cancellationToken) is { } locked
            ? (locked, found)
            : null;

    public async Task<WeekPlan?> LockPlanAsync(ITurn turn, Guid plan, CancellationToken cancellationToken) =>
        await table.LockAsync(plan, cancellationToken) is { } found && found.Person == turn.User.Id ? found : null;
}
