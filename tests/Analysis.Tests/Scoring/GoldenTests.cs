using System.Globalization;
using System.Text.Json.Nodes;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;

namespace DrAivBot.Analysis.Tests.Scoring;

public sealed class GoldenTests
{
    private static readonly QuestionSet Questions = Questionnaires.Load(overridesPath: null).For("other");

    public static TheoryData<string> Names => [.. GoldenCase.All.Select(golden => golden.Name)];

    [Fact]
    public void Four_sets_of_answers_are_given() => Assert.Equal(4, GoldenCase.All.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Scoring_golden_json_passes_exactly(string name)
    {
        var golden = GoldenCase.All.Single(one => one.Name == name);
        var scores = Scorer.Compute(Questions, golden.Variant, golden.Answers);

        Assert.Equal(Numbers(golden, "departments"), scores.Departments.ToDictionary(unit => unit.Number, unit => Shown(unit.Score)));
        Assert.Equal(Numbers(golden, "coverage"), scores.Departments.ToDictionary(unit => unit.Number, unit => Shown(unit.Coverage)));
        Assert.Equal(Numbers(golden, "divisions"), scores.Divisions.ToDictionary(unit => unit.Number, unit => Shown(unit.Score)));
        Assert.Equal(golden.Expected["company"]!.GetValue<int>(), Shown(scores.Company));
        Assert.Equal(golden.Expected["weak"]!.AsArray().Select(number => number!.GetValue<int>()), scores.WeakPoints.Select(weak => weak.Department.Number));
    }

    private static int? Shown(decimal? score) => score is { } value ? Scores.Shown(value) : null;

    private static Dictionary<int, int?> Numbers(GoldenCase golden, string key) => golden.Expected[key]!.AsObject()
        .ToDictionary(entry => int.Parse(entry.Key, CultureInfo.InvariantCulture), entry => (entry.Value as JsonValue)?.GetValue<int>());
}
