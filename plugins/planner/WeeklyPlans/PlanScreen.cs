using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The viewer's own plan of a week.</summary>
internal sealed class PlanScreen(PlanTable table, PlanTimesTable times, PlanDesk desk, WaitingPlans waiting, IOrganisation organisation) : IScreen<PlanPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, PlanPlace place, CancellationToken cancellationToken)
    {
        if (await times.FindRhythmAsync(cancellationToken) is not { } rhythm || rhythm.Choose(place.Week, turn.StartedAt) is not { } week)
        {
            return Reply.NotFound;
        }

        var plan = await table.FindOfAsync(turn.User.Id, week, cancellationToken);
        var view = new PlanView
        {
            Week = week,
            Plan = plan,
            Tasks = plan is null ? [] : await table.ListTasksAsync(plan.Id, cancellationToken),
            Post = MainPost.Of(await organisation.ListPositionsOfAsync(turn.User.Id, cancellationToken)),
            Decider = plan is { State: PlanState.Sent } ? (await desk.FindDeciderAsync(plan, cancellationToken))?.Actor.Name : null,
            MayPlan = rhythm.MayPlan(week, turn.StartedAt),
            MayReport = rhythm.MayReport(week, turn.StartedAt),
            ReportsFrom = rhythm.CutoffOf(week),
        };
        var unfinished = view.MayChange ? await table.ListUnfinishedAsync(turn.User.Id, week, cancellationToken) : [];
        var forMe = await waiting.ListForAsync(turn.User.Id, cancellationToken);
        return Reply.Show(PlanButtons.Add(new() { Body = view.Body(turn) }, turn, view, unfinished.Count, forMe.Count));
    }
}

/// <summary>The viewer's plan.</summary>
/// <param name="Week">Its Monday; null for the one that matters now.</param>
[Callback("plan")]
internal readonly record struct PlanPlace(DateOnly? Week = null);
