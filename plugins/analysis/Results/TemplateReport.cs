using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>Writes the words of a report from templates: what a scored question lacks decides what is said.</summary>
/// <param name="text">In whose language.</param>
/// <param name="result">What is reported.</param>
/// <param name="statistics">What departments are measured by, by number.</param>
internal sealed class TemplateReport(IText text, AssessmentResult result, IReadOnlyDictionary<int, string> statistics)
{
    private const int LongestSummary = 900;
    private const int LongestGoal = 200;
    private const int MostFindings = 3;
    private const int StrongFrom = 55;
    private const int MostStrengths = 2;
    private const int MostRisks = 3;

    private readonly QuestionSet _questions = result.Assessment.Questions;
    private readonly Scores _scores = result.Scores;

    public ReportTexts Write() => new()
    {
        Source = ReportSource.Template,
        Summary = Summary(),
        Divisions = [.. _scores.Divisions.Select(Division)],
        WeakPoints = [.. _scores.WeakPoints.Select(Weak)],
        Plan = new TemplatePlan(text, _scores, NameOf, StatisticOf).Write(),
        Gaps = text.Get("analysis.template.gaps", ("count", _scores.Gaps.Count), ("percent", Scores.Shown(_scores.Coverage))),
        Disclaimer = text.Get("analysis.template.disclaimer"),
    };

    private string Summary()
    {
        var score = _scores.Company ?? 0;
        var strong = _scores.Departments.Where(department => department.Score >= StrongFrom)
            .OrderByDescending(department => department.Score).ThenBy(department => department.Number).Take(MostStrengths).Select(Scored).ToArray();
        var risks = _scores.WeakPoints.Take(MostRisks).Select(weak => Scored(weak.Department)).ToArray();
        var goal = result.Assessment.Profile.Goal;
        string[] sentences =
        [
            text.Get("analysis.template.summary.score", ("percent", Scores.Shown(score)), ("zone", ReportText.ZoneName(text, _questions, score))),
            strong.Length > 0 ? text.Get("analysis.template.summary.strong", ("names", string.Join("; ", strong))) : "",
            risks.Length > 0 ? text.Get("analysis.template.summary.risks", ("names", string.Join("; ", risks))) : "",
            _scores.WeakPoints is [var first, ..]
                ? text.Get(
                    "analysis.template.summary.conclusion",
                    ("goal", goal.Length <= LongestGoal ? goal : goal[..LongestGoal].TrimEnd() + "…"), ("name", NameOf(first.Department.Number)))
                : "",
        ];
        var summary = string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
        return summary.Length <= LongestSummary ? summary : summary[..(LongestSummary - 1)] + "…";
    }

    private string Scored(DepartmentScore department) => FormattableString.Invariant($"{NameOf(department.Number)} ({Scores.Shown(department.Score ?? 0)} %)");

    private DivisionWords Division(DivisionScore division)
    {
        var lost = _scores.Departments.Where(department => department.Division == division.Number && department.Score is not null)
            .SelectMany(department => department.Questions)
            .Where(entry => entry.IsWeak)
            .OrderByDescending(entry => entry.Loss).ThenBy(entry => entry.Question.Department).ThenBy(entry => entry.Question.Order)
            .DistinctBy(entry => entry.Question.Department)
            .Take(MostFindings)
            .ToArray();
        if (lost.Length > 0)
        {
            return new()
            {
                Number = division.Number,
                Findings = [.. lost.Select(entry => new Finding(Say("missing", entry.Question), [entry.Question.Id]))],
                Risk = Say("consequence", lost[0].Question),
                Recommendations = [.. lost.Select(entry => Say("action", entry.Question))],
            };
        }

        var key = division.Score is null ? "thin" : "good";
        return new()
        {
            Number = division.Number,
            Findings = [new(text.Get($"analysis.template.{key}.finding"), [])],
            Risk = text.Get($"analysis.template.{key}.risk"),
            Recommendations = [text.Get($"analysis.template.{key}.recommendation")],
        };
    }

    private WeakPointWords Weak(WeakPoint weak)
    {
        if (!weak.Evidence[0].IsWeak)
        {
            return new()
            {
                Department = weak.Department.Number,
                Missing = text.Get("analysis.template.good.missing"),
                Cause = text.Get("analysis.template.good.cause"),
                Consequence = text.Get("analysis.template.good.risk"),
                FirstAction = text.Get("analysis.template.good.recommendation"),
                Statistic = StatisticOf(weak.Department.Number),
            };
        }

        var worst = weak.Evidence[0].Question;
        return new()
        {
            Department = weak.Department.Number,
            Missing = Say("missing", worst),
            Cause = text.Get($"analysis.template.{worst.Aspect}.cause"),
            Consequence = Say("consequence", worst),
            FirstAction = Say("first", worst),
            Statistic = StatisticOf(weak.Department.Number),
        };
    }

    private string Say(string part, Question question) => text.Get($"analysis.template.{question.Aspect}.{part}", ("name", NameOf(question.Department)));

    private string NameOf(int department) => _questions.DepartmentName(department, text.Culture);

    private string StatisticOf(int department) => statistics.GetValueOrDefault(department) ?? text.Get("analysis.template.statistic");
}
