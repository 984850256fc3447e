using DrAivBot.Analysis.Scoring;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>The five weakest departments with the questions that show it, and what is not known at all.</summary>
internal sealed class WeakPointsScreen(SeenResults seen) : IScreen<WeakPointsPlace>, IScreen<GapsPlace>
{
    private const int MostGaps = 20;
    private const int LongestAnswer = 120;

    public async Task<Reply> ShowAsync(ITurn turn, WeakPointsPlace place, CancellationToken cancellationToken) =>
        await seen.FindWholeAsync(turn, place.Assessment, cancellationToken) is { } result
            ? Reply.Show(new Screen
            {
                Body = Markup.Paragraphs(
                [
                    turn.Text.GetMarkup("analysis.weak.title"),
                    .. result.Scores.WeakPoints.Select(weak => Markup.Lines(
                        [DivisionResultScreen.Line(turn.Text, result, weak.Department), .. weak.Evidence.Select(entry => Evidence(turn.Text, result, entry))])),
                ]),
            })
            : Reply.NotFound;

    public async Task<Reply> ShowAsync(ITurn turn, GapsPlace place, CancellationToken cancellationToken)
    {
        if (await seen.FindWholeAsync(turn, place.Assessment, cancellationToken) is not { } result)
        {
            return Reply.NotFound;
        }

        var (text, gaps) = (turn.Text, result.Scores.Gaps);
        return Reply.Show(new Screen
        {
            Body = Markup.Paragraphs(
                text.GetMarkup("analysis.gaps.title"),
                gaps.Count == 0
                    ? text.GetMarkup("analysis.gaps.none")
                    : Markup.Lines(gaps.Take(MostGaps).Select(gap => text.GetMarkup(
                        gap.IsUnknown ? "analysis.gaps.unknown_line" : "analysis.gaps.open_line",
                        ("department", gap.Question.Department), ("question", gap.Question.In(text.Culture))))),
                gaps.Count > MostGaps ? text.GetMarkup("analysis.gaps.more", ("count", gaps.Count - MostGaps)) : Markup.Empty,
                result.Scores.NotApplicable.Count > 0 ? text.GetMarkup("analysis.gaps.not_applicable", ("count", result.Scores.NotApplicable.Count)) : Markup.Empty),
        });
    }

    public static Markup Evidence(IText text, AssessmentResult result, QuestionScore entry)
    {
        var answer = ReportText.Answer(text, result.Assessment.Questions, entry.Question, result.Answers.FirstOrDefault(given => given.Question == entry.Question.Id));
        return text.GetMarkup(
            "analysis.weak.evidence",
            ("question", entry.Question.In(text.Culture)), ("answer", answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer] + "…"));
    }
}
