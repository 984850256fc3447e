using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The plans that wait for the viewer's agreement.</summary>
internal sealed class WaitingScreen(WaitingPlans waiting, IPeople people) : IScreen<WaitingPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, WaitingPlace place, CancellationToken cancellationToken)
    {
        var plans = await waiting.ListForAsync(turn.User.Id, cancellationToken);
        if (plans.Count == 0)
        {
            return Reply.Show(new Screen { Body = turn.Text.GetMarkup("planner.waiting.none") }.WithRow(Button.To(turn.Text.Get("planner.waiting.own"), new PlanPlace())));
        }

        var page = Page.Of(plans, place.Page);
        var names = new Dictionary<Guid, string>();
        foreach (var plan in page.Items)
        {
            names[plan.Id] = (await people.FindAsync(plan.Person, cancellationToken))?.Name ?? "—";
        }

        return Reply.Show(new Screen { Body = turn.Text.GetMarkup("planner.waiting.title", ("count", plans.Count)) }.WithPage(
            page, plan => Button.To($"{names[plan.Id]} · {WeekText.Short(turn.Text, plan.Week)}", new PlanCardPlace(plan.Id)), number => new WaitingPlace(number)));
    }
}

/// <summary>What waits for the viewer.</summary>
[Callback("planwait")]
internal readonly record struct WaitingPlace(int Page);
