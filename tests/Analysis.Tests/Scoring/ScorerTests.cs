using CsCheck;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;

namespace DrAivBot.Analysis.Tests.Scoring;

public sealed class ScorerTests
{
    private const long Times = 300;
    private static readonly QuestionSet Questions = Questionnaires.Load(overridesPath: null).For("other");

    private static readonly Gen<GivenAnswer[]> Answers = Gen.Int[0, 11].Array[Questions.All.Count]
        .Select(picks => Questions.All.Zip(picks, AnswerOf).OfType<GivenAnswer>().ToArray());

    [Fact]
    public void Every_score_and_coverage_lies_between_0_and_100() => Answers.Sample(
        answers =>
        {
            var scores = Compute(answers);
            decimal?[] all =
            [
                scores.Company, scores.Coverage, .. scores.Divisions.SelectMany(unit => new[] { unit.Score, unit.Coverage }),
                .. scores.Departments.SelectMany(unit => new[] { unit.Score, unit.Coverage }), .. scores.Aspects.Select(aspect => aspect.Score),
            ];
            return all.All(score => score is null or (>= 0 and <= 100)) && scores.WeakPoints.Count <= 5;
        },
        iter: Times);

    [Fact]
    public void The_order_of_answers_is_irrelevant() => Gen.Select(Answers, Gen.Int).Sample(
        (answers, seed) =>
        {
            var shuffled = answers.OrderBy(answer => HashCode.Combine(seed, answer.Question)).ToArray();
            return Told(Compute(answers)) == Told(Compute(shuffled));
        },
        iter: Times);

    [Fact]
    public void A_better_answer_never_lowers_a_score() => Gen.Select(Answers, Gen.Int[0, Questions.All.Count - 1]).Sample(
        (answers, at) =>
        {
            var question = Questions.All[at];
            if (question.Weight == 0)
            {
                return true;
            }

            decimal? previous = null;
            foreach (var value in FromWorst(question))
            {
                GivenAnswer[] changed = [.. answers.Where(answer => answer.Question != question.Id), new() { Question = question.Id, Kind = AnswerKind.Value, Value = value }];
                var score = Compute(changed).Company;
                if (score < previous)
                {
                    return false;
                }

                previous = score;
            }

            return true;
        },
        iter: Times);

    [Fact]
    public void A_mean_of_thirds_that_is_55_is_in_the_zone_of_55()
    {
        // 100/3 + 100/3 + 295/3 has the mean 55, which decimals alone miss by their last digit.
        var mean = Ratio.Mean([new(100, 3), new(100, 3), new(295, 3)]);
        Assert.Equal(55m, mean!.Value.Value);
        Assert.Equal(2, Questions.ZoneOf(mean.Value.Value));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(29.999999, 0)]
    [InlineData(30, 1)]
    [InlineData(54.9, 1)]
    [InlineData(79.99, 2)]
    [InlineData(80, 3)]
    [InlineData(100, 3)]
    public void A_zone_is_chosen_on_the_unrounded_score(double score, int zone) => Assert.Equal(zone, Questions.ZoneOf((decimal)score));

    [Fact]
    public void A_department_answered_by_less_than_half_has_no_score_in_the_full_variant_only()
    {
        GivenAnswer[] answers = [new() { Question = "D01Q6", Kind = AnswerKind.Value, Value = "4" }];
        var full = Compute(answers).Department(1);
        Assert.Null(full.Score);
        Assert.True(full.IsThin);
        Assert.Equal(100, Scorer.Compute(Questions, Variant.Express, answers).Department(1).Score);
    }

    [Fact]
    public void What_does_not_apply_is_left_out_and_what_nobody_knows_counts_as_nothing()
    {
        GivenAnswer[] answers = [.. Questions.All.Where(question => question.Department == 1).Select(question => new GivenAnswer
        {
            Question = question.Id,
            Kind = question.Order == 6 ? AnswerKind.Unknown : question.Order == 1 ? AnswerKind.Value : AnswerKind.NotApplicable,
            Value = question.Order == 1 ? "yes" : null,
        })];
        var scores = Compute(answers);
        // Weight 2 at its best, weight 3 at nothing.
        Assert.Equal(40m, scores.Department(1).Score);
        Assert.Equal(100m, scores.Department(1).Coverage);
        Assert.True(scores.Gaps.Single(gap => gap.Question.Id == "D01Q6").IsUnknown);
        Assert.DoesNotContain(scores.Gaps, gap => gap.Question.Id == "D01Q2");
        Assert.Equal(["D01Q2", "D01Q3", "D01Q4", "D01Q5"], scores.NotApplicable.Select(question => question.Id));
    }

    [Fact]
    public void The_evidence_of_a_weak_point_is_the_two_questions_that_lost_most()
    {
        var golden = GoldenCase.All.Single(one => one.Name == "all_worst");
        var weak = Compute([.. golden.Answers]).WeakPoints[0];
        Assert.Equal(["D01Q6", "D01Q1"], weak.Evidence.Select(entry => entry.Question.Id));
    }

    [Fact]
    public void Express_and_full_are_never_compared()
    {
        var answers = GoldenCase.All.Single(one => one.Name == "all_best").Answers;
        var (full, express) = (Compute([.. answers]), Scorer.Compute(Questions, Variant.Express, answers));
        Assert.Null(Comparison.Of(express, full));
        Assert.Null(Comparison.Of(full, express));
        Assert.Null(Comparison.Of(express, express));
        Assert.All(Comparison.Of(full, full)!.Departments, change => Assert.Equal(0, change.Points));
    }

    private static Scores Compute(GivenAnswer[] answers) => Scorer.Compute(Questions, Variant.Full, answers);

    private static string Told(Scores scores) => string.Join(
        ';',
        [
            $"{scores.Company} {scores.Coverage}", .. scores.Departments.Select(unit => $"{unit.Score} {unit.Coverage}"),
            .. scores.WeakPoints.Select(weak => $"{weak.Department.Number} {string.Join(',', weak.Evidence.Select(entry => entry.Question.Id))}"),
            .. scores.Gaps.Select(gap => gap.Question.Id),
        ]);

    private static IEnumerable<string> FromWorst(Question question) => question.Type switch
    {
        QuestionType.YesNoPartly => ["no", "partly", "yes"],
        QuestionType.Scale => ["0", "1", "2", "3", "4"],
        _ => question.Bands.OrderBy(band => band.Score).Select(band => FormattableString.Invariant($"{band.To ?? question.Max}")),
    };

    private static GivenAnswer? AnswerOf(Question question, int pick) => pick switch
    {
        9 => new() { Question = question.Id, Kind = AnswerKind.Unknown },
        10 => new() { Question = question.Id, Kind = AnswerKind.NotApplicable },
        11 => pick % 2 == 0 ? null : new() { Question = question.Id, Kind = AnswerKind.Skipped },
        _ when question.Type == QuestionType.Text => new() { Question = question.Id, Kind = AnswerKind.Value, Value = "Text" },
        _ => new() { Question = question.Id, Kind = AnswerKind.Value, Value = FromWorst(question).ElementAt(pick % FromWorst(question).Count()) },
    };
}
