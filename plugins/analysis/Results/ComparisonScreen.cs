using DrAivBot.Analysis.Scoring;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>What changed by department since the full assessment before, and all results so far.</summary>
internal sealed class ComparisonScreen(SeenResults seen, Assessments.AssessmentTable assessments, Assessments.Viewers viewers) : IScreen<ComparisonPlace>, IScreen<HistoryPlace>
{
    private const int MostResults = 80;

    public async Task<Reply> ShowAsync(ITurn turn, ComparisonPlace place, CancellationToken cancellationToken)
    {
        if (await seen.FindWholeAsync(turn, place.Assessment, cancellationToken) is not { Comparison: { } comparison, Previous: { } previous } result)
        {
            return Reply.NotFound;
        }

        var text = turn.Text;
        return Reply.Show(new Screen
        {
            Body = Markup.Paragraphs(
                text.GetMarkup("analysis.compare.title", ("day", text.FormatDay(text.DayOf(previous.EndedAt ?? previous.StartedAt)))),
                Line(text, comparison.Company, text.Get("analysis.matrix.company")),
                Markup.Lines(comparison.Departments.Select(change => Line(
                    text, change, FormattableString.Invariant($"{change.Number} · {result.Assessment.Questions.DepartmentName(change.Number, text.Culture)}")))),
                HasOtherQuestions(result, previous) ? text.GetMarkup("analysis.compare.other_questions") : Markup.Empty),
        });
    }

    public async Task<Reply> ShowAsync(ITurn turn, HistoryPlace place, CancellationToken cancellationToken)
    {
        if (!(await viewers.FindAsync(turn, [], cancellationToken)).SeesResults)
        {
            return Reply.NotFound;
        }

        var finished = await assessments.ListFinishedAsync(MostResults, cancellationToken);
        return Reply.Show(new Screen { Body = turn.Text.GetMarkup(finished.Count == 0 ? "analysis.history.none" : "analysis.history.title") }.WithPage(
            Page.Of(finished, place.Page),
            one => Button.To(
                turn.Text.Get(
                    "analysis.history.line",
                    ("day", turn.Text.FormatDay(turn.Text.DayOf(one.EndedAt ?? one.StartedAt))), ("variant", ReportText.Variant(turn.Text, one.Variant))),
                new ResultsPlace(one.Id)),
            page => new HistoryPlace(page)));
    }

    /// <summary>«+7», «−3», «0».</summary>
    public static string Signed(int points) => points switch
    {
        > 0 => FormattableString.Invariant($"+{points}"),
        < 0 => FormattableString.Invariant($"−{-points}"),
        _ => "0",
    };

    private static bool HasOtherQuestions(AssessmentResult result, Assessments.Assessment previous) =>
        result.Assessment.Questions.Version != previous.Questions.Version || result.Assessment.Questions.Overrides?.Hash != previous.Questions.Overrides?.Hash;

    private static Markup Line(IText text, Change change, string name) => text.GetMarkup(
        "analysis.compare.line",
        ("name", name), ("before", ReportText.Percent(text, change.Before)), ("after", ReportText.Percent(text, change.After)),
        ("change", change is { Before: { } before, After: { } after } ? Signed(Scores.Shown(after) - Scores.Shown(before)) : "—"));
}
