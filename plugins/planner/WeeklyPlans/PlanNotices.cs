using DrAivBot.Delivery;
using DrAivBot.Organisation;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What author and superior tell each other about a plan.</summary>
internal sealed class PlanNotices(INotifications notifications, IPeople people, IWork work)
{
    public async Task SentAsync(WeekPlan plan, UserId decider, CancellationToken cancellationToken)
    {
        var name = await NameOfAsync(plan.Person, cancellationToken);
        await TellAsync(decider, "planner.notice.sent", plan, new PlanCardPlace(plan.Id), [("name", name)], $"sent/{plan.Id}/{work.StartedAt:O}", cancellationToken);
    }

    public Task AgreedAsync(WeekPlan plan, string by, CancellationToken cancellationToken) =>
        TellAsync(plan.Person, "planner.notice.agreed", plan, new PlanPlace(plan.Week), [("name", by)], dedupKey: null, cancellationToken);

    public Task ReturnedAsync(WeekPlan plan, string by, string reason, CancellationToken cancellationToken) =>
        TellAsync(plan.Person, "planner.notice.returned", plan, new PlanPlace(plan.Week), [("name", by), ("reason", reason)], dedupKey: null, cancellationToken);

    public async Task ReportedAsync(WeekPlan plan, UserId superior, int percent, CancellationToken cancellationToken)
    {
        var name = await NameOfAsync(plan.Person, cancellationToken);
        await TellAsync(superior, "planner.notice.reported", plan, new PlanCardPlace(plan.Id), [("name", name), ("percent", percent)], $"reported/{plan.Id}", cancellationToken);
    }

    /// <summary>The week got its result without a report.</summary>
    public Task ClosedAsync(WeekPlan plan, int percent, CancellationToken cancellationToken) =>
        TellAsync(plan.Person, "planner.notice.closed", plan, new PlanPlace(plan.Week), [("percent", percent)], $"closed/{plan.Id}", cancellationToken);

    /// <summary>Calls to plan or to report; the same call reaches a person once.</summary>
    public Task CallAsync(UserId person, PlanCall call, CancellationToken cancellationToken)
    {
        var week = call.Week;
        var key = KeyOf(call.Kind);
        return notifications.NotifyAsync(
            Recipient.User(person),
            new()
            {
                Body = text => text.GetMarkup(key, ("days", WeekText.Days(text, week)), ("min", WeekPlan.FewestTasks), ("max", WeekPlan.MostTasks)),
                DedupKey = FormattableString.Invariant($"{call.Kind}/{week:O}"),
                Button = Open(new PlanPlace(week)),
            },
            cancellationToken);
    }

    private async Task<string> NameOfAsync(UserId person, CancellationToken cancellationToken) =>
        (await people.FindAsync(person, cancellationToken))?.Name ?? "—";

    private Task<NotificationId> TellAsync<TPlace>(
        UserId person, string key, WeekPlan plan, TPlace place, (string Name, object? Value)[] values, string? dedupKey, CancellationToken cancellationToken)
        where TPlace : struct
    {
        var week = plan.Week;
        return notifications.NotifyAsync(
            Recipient.User(person),
            new()
            {
                Body = text => text.GetMarkup(key, [.. values, ("days", WeekText.Days(text, week))]),
                Urgency = Urgency.Normal,
                DedupKey = dedupKey,
                Button = Open(place),
            },
            cancellationToken);
    }

    private static NotificationButton Open<TPlace>(TPlace place)
        where TPlace : struct => new() { Label = (IText text) => text.Get("planner.notice.open"), Place = place };

    private static string KeyOf(PlanCallKind kind) => kind switch
    {
        PlanCallKind.Plan => "planner.call.plan",
        PlanCallKind.PlanAgain => "planner.call.plan_again",
        PlanCallKind.Report => "planner.call.report",
        _ => "planner.call.report_again",
    };
}
