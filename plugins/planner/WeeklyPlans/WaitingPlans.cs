using DrAivBot.Organisation;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What waits for whose agreement.</summary>
internal sealed class WaitingPlans(PlanTable table, IOrganisation organisation)
{
    /// <summary>The plans that wait for a person, as holder of a post or as deputy, the oldest first.</summary>
    public async Task<IReadOnlyList<WeekPlan>> ListForAsync(UserId person, CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(entry => entry.Actor == person).Select(entry => entry.Plan)];

    /// <summary>Everything that waits, with the person it waits for.</summary>
    public async Task<IReadOnlyList<(WeekPlan Plan, UserId Actor)>> ListAsync(CancellationToken cancellationToken)
    {
        var sent = await table.ListSentAsync(cancellationToken);
        var actors = new Dictionary<PositionId, UserId?>();
        foreach (var position in sent.Select(plan => plan.WaitsAt).OfType<PositionId>().Distinct())
        {
            actors[position] = (await organisation.FindPositionAsync(position, cancellationToken))?.Actor?.UserId;
        }

        return [.. sent.SelectMany<WeekPlan, (WeekPlan, UserId)>(plan =>
            plan.WaitsAt is { } position && actors[position] is { } actor && actor != plan.Person ? [(plan, actor)] : [])];
    }
}
