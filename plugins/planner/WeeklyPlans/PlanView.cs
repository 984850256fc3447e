using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>A person's own plan as it is shown.</summary>
internal sealed record PlanView
{
    /// <summary>Nobody stands above it.</summary>
    private const int OwnersPost = 21;

    public required DateOnly Week { get; init; }

    public WeekPlan? Plan { get; init; }

    public required IReadOnlyList<WeekTask> Tasks { get; init; }

    /// <summary>The post it is planned from; null for somebody without one.</summary>
    public Position? Post { get; init; }

    /// <summary>Whom it waits for.</summary>
    public string? Decider { get; init; }

    public bool MayPlan { get; init; }

    public bool MayReport { get; init; }

    public DateTimeOffset ReportsFrom { get; init; }

    public bool MayChange => Post is not null && MayPlan && (Plan is null || Plan.IsOpen);

    public bool MaySend => MayChange && Tasks.Count >= WeekPlan.FewestTasks;

    /// <summary>Whether tasks can be marked.</summary>
    public bool MayMark => MayReport && Plan is { IsUnderWay: true };

    public bool MayClose => MayMark && Tasks.All(task => task.Mark is not null);

    public Markup Body(ITurn turn)
    {
        var text = turn.Text;
        return Markup.Paragraphs(
            Markup.Lines(
                PlanText.Title(text, Week),
                Post is null ? Markup.Empty : text.GetMarkup("planner.plan.post", ("post", WeekText.Post(Post))),
                Plan is null ? Markup.Empty : PlanText.State(text, Plan, Decider)),
            Post is null && Plan is null ? Markup.Empty : PlanText.Tasks(text, Tasks),
            Hint(text, turn.StartedAt));
    }

    private Markup Hint(IText text, DateTimeOffset now) => this switch
    {
        { Post: null, Plan: null } => text.GetMarkup("planner.plan.no_post"),
        { MaySend: true, Post.Number: OwnersPost } => text.GetMarkup("planner.plan.hint.record"),
        { MaySend: true } => text.GetMarkup("planner.plan.hint.send"),
        { MayChange: true } => text.GetMarkup("planner.plan.hint.few", ("min", WeekPlan.FewestTasks), ("max", WeekPlan.MostTasks)),
        { MayClose: true } => text.GetMarkup("planner.plan.hint.close"),
        { MayMark: true } => text.GetMarkup("planner.plan.hint.mark"),
        { Plan.IsUnderWay: true } => text.GetMarkup("planner.plan.hint.later", ("when", text.FormatInstant(ReportsFrom, now))),
        { Plan: null or { IsOpen: true } } => text.GetMarkup("planner.plan.hint.over"),
        _ => Markup.Empty,
    };
}
