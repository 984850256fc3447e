using DrAivBot.Analysis.Scoring;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>The plan for 90 days from templates: first what the weakest departments lack most, then the rest, at last the check.</summary>
internal sealed class TemplatePlan(IText text, Scores scores, Func<int, string> nameOf, Func<int, string> statisticOf)
{
    private const int StageLength = 30;
    private const int LeastActions = 3;
    private const int MostActions = 5;
    private const int ExecutivePosition = 19;
    private const int FiguresPosition = 3;

    public IReadOnlyList<PlanStage> Write()
    {
        var worst = scores.WeakPoints.Where(weak => weak.Evidence is [{ IsWeak: true }, ..]).Select(weak => (weak.Department.Number, weak.Evidence[0].Question.Aspect)).ToArray();
        var second = scores.WeakPoints.Where(weak => weak.Evidence is [_, { IsWeak: true }, ..]).Select(weak => (weak.Department.Number, weak.Evidence[1].Question.Aspect)).ToArray();
        return
        [
            Stage(0, [General("review", ExecutivePosition), .. worst.Take(3).Select(Act)]),
            Stage(1, [.. worst.Skip(3).Select(Act), .. second.Take(2).Select(Act), General("figures", FiguresPosition)]),
            Stage(2, [.. second.Skip(2).Select(Act), General("gaps", ExecutivePosition), General("repeat", ExecutivePosition)]),
        ];
    }

    private PlanStage Stage(int number, Draft[] drafts)
    {
        // Without enough weak points the managers still meet, look at figures and check what was done.
        Draft[] spare = [General("check", ExecutivePosition), General("figures", FiguresPosition), General("review", ExecutivePosition)];
        Draft[] filled = [.. drafts, .. spare.Where(draft => !drafts.Contains(draft)).Take(Math.Max(0, LeastActions - drafts.Length))];
        Draft[] kept = filled.Length <= MostActions ? filled : [.. filled.Take(MostActions - 1), filled[^1]];
        var first = (number * StageLength) + 1;
        return new(first, first + StageLength - 1, [.. kept.Select((draft, i) => new PlanAction
        {
            Action = draft.Action,
            Position = draft.Position,
            Day = first - 1 + (StageLength * (i + 1) / kept.Length),
            Result = draft.Result,
            Statistic = draft.Statistic,
        })]);
    }

    /// <summary>The head of a department has the number of the department.</summary>
    private Draft Act((int Department, string Aspect) weak) => new(
        text.Get($"analysis.template.{weak.Aspect}.action", ("name", nameOf(weak.Department))),
        weak.Department,
        text.Get($"analysis.template.{weak.Aspect}.result"),
        statisticOf(weak.Department));

    private Draft General(string key, int position) => new(
        text.Get($"analysis.template.plan.{key}"), position, text.Get($"analysis.template.plan.{key}.result"), text.Get($"analysis.template.plan.{key}.statistic"));

    private sealed record Draft(string Action, int Position, string Result, string Statistic);
}
