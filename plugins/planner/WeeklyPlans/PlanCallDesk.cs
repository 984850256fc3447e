using DrAivBot.Organisation;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Who is to be called, and calling them.</summary>
internal sealed class PlanCallDesk(PlanTable table, PlanDesk desk, PlanNotices notices, IOrganisation organisation)
{
    private const string AnyLanguage = "ru";

    /// <summary>Everybody with a post who is there and has not done it yet.</summary>
    public async Task<IReadOnlyList<UserId>> ListPeopleAsync(PlanCall call, CancellationToken cancellationToken)
    {
        if (await organisation.ReadChartAsync(AnyLanguage, cancellationToken) is not { } chart)
        {
            return [];
        }

        var plans = (await table.ListAsync(call.Week, cancellationToken)).ToDictionary(plan => plan.Person);
        var holders = chart.Positions.Where(MainPost.IsForGood).Select(post => post.Holder?.UserId).OfType<UserId>().ToHashSet();
        return
        [
            .. chart.Members
                .Where(member => member.AbsentUntil is null && holders.Contains(member.UserId) && IsMissing(call.Kind, plans.GetValueOrDefault(member.UserId)))
                .Select(member => member.UserId),
        ];
    }

    public async Task<bool> CallAsync(PlanCall call, IReadOnlyList<UserId> people, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            await notices.CallAsync(person, call, cancellationToken);
        }

        return true;
    }

    /// <summary>The plans of a week that have no result yet.</summary>
    public async Task<IReadOnlyList<Guid>> ListOpenAsync(DateOnly week, CancellationToken cancellationToken) =>
        [.. (await table.ListAsync(week, cancellationToken)).Where(plan => plan.IsUnderWay).Select(plan => plan.Id)];

    public async Task<bool> CloseAsync(IReadOnlyList<Guid> plans, CancellationToken cancellationToken)
    {
        foreach (var id in plans)
        {
            if (await table.LockAsync(id, cancellationToken) is { IsUnderWay: true } plan)
            {
                await desk.CloseAsync(plan, isReported: false, cancellationToken);
            }
        }

        return true;
    }

    private static bool IsMissing(PlanCallKind kind, WeekPlan? plan) => kind is PlanCallKind.Plan or PlanCallKind.PlanAgain
        ? plan is null or { IsOpen: true }
        : plan is { IsUnderWay: true };
}
