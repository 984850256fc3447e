using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Plans and tasks as people read them.</summary>
internal static class PlanText
{
    public static Markup Title(IText text, DateOnly week) =>
        text.GetMarkup("planner.plan.title", ("number", WeekText.Number(week)), ("days", WeekText.Days(text, week)));

    public static Markup State(IText text, WeekPlan plan, string? decider) => plan.State switch
    {
        PlanState.Draft => text.GetMarkup("planner.plan.state.draft"),
        PlanState.Sent => decider is null ? text.GetMarkup("planner.plan.state.sent_nobody") : text.GetMarkup("planner.plan.state.sent", ("name", decider)),
        PlanState.Returned => text.GetMarkup("planner.plan.state.returned", ("reason", plan.ReturnReason)),
        PlanState.Agreed => text.GetMarkup(plan.WaitsAt is null ? "planner.plan.state.recorded" : "planner.plan.state.agreed"),
        _ => text.GetMarkup("planner.plan.state.closed", ("percent", plan.Percent)),
    };

    public static Markup Tasks(IText text, IReadOnlyList<WeekTask> tasks) => tasks.Count == 0
        ? text.GetMarkup("planner.plan.empty")
        : Markup.Paragraphs(tasks.Select((task, index) => Markup.Lines(
            text.GetMarkup("planner.plan.task", ("number", index + 1), ("mark", MarkSign(task)), ("title", task.Title), ("carried", Carried(text, task))),
            text.GetMarkup("planner.plan.tie", ("tie", Tie(text, task))),
            task.Reason is null ? Markup.Empty : text.GetMarkup("planner.plan.reason", ("reason", task.Reason)))));

    public static string Tie(IText text, WeekTask task) => text.Get(TieKey(task.Tie), ("name", task.TieName));

    public static string TieKey(TaskTie tie) => tie switch
    {
        TaskTie.Product => "planner.plan.tie.product",
        TaskTie.Statistic => "planner.plan.tie.statistic",
        _ => "planner.plan.tie.order",
    };

    /// <summary>« · перенос ×2»; empty for a new task.</summary>
    public static string Carried(IText text, WeekTask task) => task.Carried == 0 ? "" : " · " + text.Get("planner.plan.carried", ("count", task.Carried));

    /// <summary>A sign and a space; empty before the report.</summary>
    public static string MarkSign(WeekTask task) => task.Mark switch
    {
        TaskMark.Done => "✅ ",
        TaskMark.Part => "🟡 ",
        TaskMark.No => "❌ ",
        _ => "",
    };

    public static string MarkKey(TaskMark mark) => mark switch
    {
        TaskMark.Done => "planner.plan.mark.done",
        TaskMark.Part => "planner.plan.mark.part",
        _ => "planner.plan.mark.no",
    };

    public static string StateKey(PlanState? state) => state switch
    {
        null or PlanState.Draft => "planner.sheet.state.none",
        PlanState.Sent => "planner.sheet.state.sent",
        PlanState.Returned => "planner.sheet.state.returned",
        PlanState.Agreed => "planner.sheet.state.agreed",
        _ => "planner.sheet.state.closed",
    };
}
