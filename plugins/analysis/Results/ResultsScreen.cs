using System.Globalization;
using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Asking;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Analysis.Writing;
using DrAivBot.Assistant;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>The result: the score, the divisions, the weak points; of heads their own units only.</summary>
internal sealed class ResultsScreen(SeenResults seen, AssessmentTable assessments, ReportOrders orders, ReportTable reports, IAssistantTerms terms)
    : IScreen<ResultsPlace>, IAction<OrderReport>
{
    private const int DivisionsInRow = 4;

    public async Task<Reply> ShowAsync(ITurn turn, ResultsPlace place, CancellationToken cancellationToken)
    {
        if (await seen.FindAsync(turn, place.Assessment, cancellationToken) is not var (result, viewer))
        {
            return Reply.NotFound;
        }

        var screen = new Screen { Body = viewer.Runs ? Whole(turn.Text, result) : Own(turn.Text, result, viewer) };
        screen = screen.WithRows(result.Scores.Divisions
            .Where(division => viewer.SeesDivision(division.Number) || result.Scores.Departments.Any(unit => unit.Division == division.Number && viewer.SeesDepartment(unit.Number)))
            .Select(division => Button.To(
                string.Create(CultureInfo.InvariantCulture, $"{ReportText.Sign(result.Assessment.Questions, viewer.SeesDivision(division.Number) ? division.Score : null)} {division.Number}"),
                new DivisionResultPlace(place.Assessment, division.Number)))
            .Chunk(DivisionsInRow));
        return Reply.Show(viewer.Runs ? await WithRunningAsync(screen, turn, result, cancellationToken) : screen);
    }

    public async Task<Reply> ActAsync(ITurn turn, OrderReport press, CancellationToken cancellationToken)
    {
        if (await seen.FindWholeAsync(turn, press.Assessment, cancellationToken) is null)
        {
            return Reply.NotFound;
        }

        await orders.OrderAsync(turn, press.Assessment, cancellationToken);
        return Reply.Stay.WithToast(turn.Text.Get("analysis.report.ordered"));
    }

    private async Task<Screen> WithRunningAsync(Screen screen, ITurn turn, AssessmentResult result, CancellationToken cancellationToken)
    {
        var (text, id) = (turn.Text, result.Assessment.Id);
        screen = screen
            .WithRow(Button.To(text.Get("analysis.result.report"), new OrderReport(id)))
            .WithRow([.. await IsToBeWrittenAsync(turn, id, cancellationToken) ? [Button.To(text.Get("analysis.assistant.again"), new AssistantPlace(id))] : Array.Empty<Button>()])
            .WithRow(Button.To(text.Get("analysis.result.weak_button"), new WeakPointsPlace(id)), Button.To(text.Get("analysis.result.plan"), new PlanPlace(id)))
            .WithRow(
            [
                Button.To(text.Get("analysis.result.gaps"), new GapsPlace(id)),
                .. result.Comparison is null ? Array.Empty<Button>() : [Button.To(text.Get("analysis.result.compare"), new ComparisonPlace(id))],
            ]);
        return result.Assessment.Variant == Variant.Express && await assessments.FindOpenAsync(cancellationToken) is null
            ? screen.WithRow(Button.To(text.Get("analysis.result.go_full"), new StartPress(Variant.Full, id)))
            : screen;
    }

    /// <summary>Whether a template wrote what an assistant could write.</summary>
    private async Task<bool> IsToBeWrittenAsync(ITurn turn, Guid assessment, CancellationToken cancellationToken) =>
        await reports.FindAsync(assessment, turn.User.Language, cancellationToken) is { Source: ReportSource.Template }
        && await terms.FindStateAsync(cancellationToken) is { IsConfigured: true };

    private static Markup Whole(IText text, AssessmentResult result) => Markup.Paragraphs(
        Title(text, result),
        Markup.Lines(
            text.GetMarkup(
                "analysis.result.score",
                ("percent", ReportText.Percent(text, result.Scores.Company)),
                ("zone", result.Scores.Company is { } score ? ReportText.Zone(text, result.Assessment.Questions, score) : "")),
            Change(text, result)),
        Markup.Lines(result.Scores.Divisions.Select(division => Line(text, result, division))),
        ReportText.WeakPoints(text, result),
        Markup.Lines(
            text.GetMarkup(
                result.Scores.Gaps.Count == 0 ? "analysis.result.gap_none" : "analysis.result.gap_count",
                ("count", result.Scores.Gaps.Count), ("percent", Scores.Shown(result.Scores.Coverage))),
            result.Scores.Coverage < result.Assessment.Questions.Minimum.CompanyReport
                ? text.GetMarkup("analysis.result.low_coverage", ("percent", result.Assessment.Questions.Minimum.CompanyReport))
                : Markup.Empty));

    private static Markup Own(IText text, AssessmentResult result, Viewer viewer) => Markup.Paragraphs(
        Title(text, result),
        text.GetMarkup("analysis.result.own"),
        Markup.Lines(result.Scores.Divisions.Where(division => viewer.SeesDivision(division.Number)).Select(division => Line(text, result, division))),
        Markup.Lines(result.Scores.Departments.Where(department => viewer.SeesDepartment(department.Number)).Select(department => DivisionResultScreen.Line(text, result, department))));

    private static Markup Title(IText text, AssessmentResult result) => text.GetMarkup(
        "analysis.result.title",
        ("variant", ReportText.Variant(text, result.Assessment.Variant)), ("day", text.FormatDay(text.DayOf(result.Assessment.EndedAt ?? result.Assessment.StartedAt))));

    private static Markup Line(IText text, AssessmentResult result, DivisionScore division) => text.GetMarkup(
        "analysis.result.division_line",
        ("sign", ReportText.Sign(result.Assessment.Questions, division.Score)), ("percent", ReportText.Percent(text, division.Score)),
        ("number", division.Number), ("name", text.Get(FormattableString.Invariant($"analysis.division.{division.Number}"))));

    private static Markup Change(IText text, AssessmentResult result) =>
        result is { Previous: { } previous, Comparison.Company: { Before: { } before, After: { } after } }
            ? text.GetMarkup(
                "analysis.result.change",
                ("change", ComparisonScreen.Signed(Scores.Shown(after) - Scores.Shown(before))), ("day", text.FormatDay(text.DayOf(previous.EndedAt ?? previous.StartedAt))))
            : Markup.Empty;
}
