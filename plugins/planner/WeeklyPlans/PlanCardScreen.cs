using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Somebody's plan, for those above: the nearest of them agrees or returns it.</summary>
internal sealed class PlanCardScreen(PlanTable table, PlanDesk desk, IOrganisation organisation, IPeople people)
    : IScreen<PlanCardPlace>, IAction<AgreePlan>
{
    public async Task<Reply> ShowAsync(ITurn turn, PlanCardPlace place, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(place.Plan, cancellationToken) is not { } plan
            || await organisation.FindSuperiorsAsync(plan.Position, plan.Person, cancellationToken) is not { } chain
            || !MaySee(turn, plan, chain))
        {
            return Reply.NotFound;
        }

        var text = turn.Text;
        var post = await organisation.FindPositionAsync(plan.Position, cancellationToken);
        var author = await people.FindAsync(plan.Person, cancellationToken);
        var decider = chain is [var first, ..] ? first.Actor : null;
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                Markup.Lines(
                    PlanText.Title(text, plan.Week),
                    text.GetMarkup("planner.card.author", ("name", author?.Name ?? "—"), ("post", post is null ? "—" : WeekText.Post(post.Position))),
                    PlanText.State(text, plan, decider?.Name)),
                PlanText.Tasks(text, await table.ListTasksAsync(plan.Id, cancellationToken))),
        };
        return Reply.Show(plan.State == PlanState.Sent && decider?.UserId == turn.User.Id
            ? screen.WithRow(Button.To(text.Get("planner.card.agree"), new AgreePlan(plan.Id)), Button.To(text.Get("planner.card.return"), new ReturnPlan(plan.Id)))
            : screen);
    }

    public async Task<Reply> ActAsync(ITurn turn, AgreePlan press, CancellationToken cancellationToken) =>
        ReplyTo(turn, await desk.AgreeAsync(press.Plan, turn.User.Id, cancellationToken), "planner.card.agreed");

    /// <summary>What became of a decision, in words.</summary>
    public static Reply ReplyTo(ITurn turn, bool? isDecided, string key) => isDecided switch
    {
        null => Reply.NotFound,
        false => Reply.Stay.WithToast(turn.Text.Get("planner.card.decided")),
        true => Reply.Stay.WithToast(turn.Text.Get(key)),
    };

    private static bool MaySee(ITurn turn, WeekPlan plan, IReadOnlyList<SuperiorStep> chain) =>
        plan.Person == turn.User.Id
        || (plan.State != PlanState.Draft && (turn.May(WeeklyParts.SeeSheet) || chain.Any(step => step.Actor.UserId == turn.User.Id)));
}

/// <summary>Somebody's plan.</summary>
[Callback("plancard")]
internal readonly record struct PlanCardPlace(Guid Plan);

/// <summary>Agrees to a plan as the superior.</summary>
[Callback("planok")]
internal readonly record struct AgreePlan(Guid Plan);
