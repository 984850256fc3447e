using System.Globalization;
using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Profile;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Results;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Tests.Scoring;

/// <summary>The report without an assistant keeps to the form of every report, whatever was answered.</summary>
public sealed class TemplateTests
{
    private static readonly QuestionSet Questions = Questionnaires.Load(overridesPath: null).For("other");

    public static TheoryData<string> Names => [.. GoldenCase.All.Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_has_seven_divisions_the_computed_weak_points_and_three_stages_of_three_to_five_actions(string name)
    {
        var golden = GoldenCase.All.Single(one => one.Name == name);
        var scores = Scorer.Compute(Questions, golden.Variant, golden.Answers);
        var report = Write(golden, scores);

        Assert.InRange(report.Summary.Length, 1, 900);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], report.Divisions.Select(division => division.Number));
        Assert.All(report.Divisions, division =>
        {
            Assert.InRange(division.Findings.Count, 1, 3);
            Assert.InRange(division.Recommendations.Count, 1, 3);
            Assert.All(division.Findings.SelectMany(finding => finding.Questions), id => Assert.Equal(division.Number, Questions.Find(id)!.Division));
        });
        Assert.Equal(scores.WeakPoints.Select(weak => weak.Department.Number), report.WeakPoints.Select(weak => weak.Department));
        Assert.Equal([(1, 30), (31, 60), (61, 90)], report.Plan.Select(stage => (stage.FirstDay, stage.LastDay)));
        Assert.All(report.Plan, stage =>
        {
            Assert.InRange(stage.Actions.Count, 3, 5);
            Assert.Equal(stage.Actions.Count, stage.Actions.Select(action => action.Action).Distinct().Count());
            Assert.All(stage.Actions, action =>
            {
                Assert.InRange(action.Day, stage.FirstDay, stage.LastDay);
                Assert.InRange(action.Position, 1, 21);
                Assert.All([action.Action, action.Result, action.Statistic], Assert.NotEmpty);
            });
        });
        Assert.Equal(ReportSource.Template, report.Source);
        Assert.NotEmpty(report.Disclaimer);
    }

    [Fact]
    public void Where_nothing_is_weak_nothing_is_called_weak()
    {
        var golden = GoldenCase.All.Single(one => one.Name == "all_best");
        var report = Write(golden, Scorer.Compute(Questions, golden.Variant, golden.Answers));
        Assert.All(report.Divisions, division => Assert.Equal("analysis.template.good.finding", division.Findings[0].Text));
        Assert.All(report.WeakPoints, weak => Assert.Equal("analysis.template.good.missing", weak.Missing));
        Assert.All(report.Plan.SelectMany(stage => stage.Actions), action => Assert.StartsWith("analysis.template.plan.", action.Action, StringComparison.Ordinal));
    }

    private static ReportTexts Write(GoldenCase golden, Scores scores)
    {
        var assessment = new Assessment
        {
            Id = Guid.Empty,
            Variant = golden.Variant,
            State = AssessmentState.Finished,
            Profile = new CompanyProfile { Goal = new string('g', 500) },
            Questions = Questions,
            StartedBy = default,
            StartedAt = default,
        };
        return new TemplateReport(new Keys(), new() { Assessment = assessment, Answers = golden.Answers, Scores = scores }, new Dictionary<int, string>()).Write();
    }

    /// <summary>Says the keys and the values.</summary>
    private sealed class Keys : IText
    {
        public CultureInfo Culture { get; } = new NamedCulture("en");

        public TimeZoneInfo TimeZone => TimeZoneInfo.Utc;

        public string Get(string key, params ReadOnlySpan<(string Name, object? Value)> values)
        {
            var said = key;
            foreach (var (_, value) in values)
            {
                said += $" {value}";
            }

            return said;
        }

        public Markup GetMarkup(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Markup.Plain(Get(key, values));
    }
}
