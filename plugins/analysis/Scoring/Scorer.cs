using DrAivBot.Analysis.Questionnaire;

namespace DrAivBot.Analysis.Scoring;

/// <summary>Turns answers into scores. Pure: the same answers in any order give the same scores.</summary>
internal static class Scorer
{
    private const int Quarters = 4;
    private const int Percent = 100;
    private const int MostWeakPoints = 5;
    private const int MostEvidence = 2;
    private const string ResultAspect = "result";

    public static Scores Compute(QuestionSet questions, Variant variant, IEnumerable<GivenAnswer> answers)
    {
        var given = answers.ToDictionary(answer => answer.Question);
        QuestionScore[] scored = [.. questions.Of(variant).Where(question => question.Weight > 0).Select(question => Score(questions, question, given))];
        Reckoned[] departments = [.. scored.GroupBy(entry => entry.Question.Department).OrderBy(group => group.Key).Select(group => Reckon(questions, variant, [.. group]))];
        var divisions = departments.GroupBy(department => department.Shown.Division).OrderBy(group => group.Key)
            .Select(group => (group.Key, Mean: Ratio.Mean([.. group.Select(department => department.Exact).OfType<Ratio>()]), Coverage: CoverageOf(group.SelectMany(department => department.Shown.Questions))))
            .ToArray();
        return new()
        {
            Variant = variant,
            Company = Ratio.Mean([.. divisions.Select(division => division.Mean).OfType<Ratio>()])?.Value,
            Coverage = CoverageOf(scored),
            Divisions = [.. divisions.Select(division => new DivisionScore(division.Key, division.Mean?.Value, division.Coverage))],
            Departments = [.. departments.Select(department => department.Shown)],
            Aspects = [.. questions.Aspects.Where(aspect => aspect.Weight > 0).Select(aspect => new AspectScore(aspect, AspectOf(aspect, scored)))],
            WeakPoints = WeakPointsOf(departments),
            Gaps = [.. scored.Where(entry => entry.Kind is not (AnswerKind.Value or AnswerKind.NotApplicable)).Select(entry => new DataGap(entry.Question, entry.Kind == AnswerKind.Unknown))],
            NotApplicable = [.. scored.Where(entry => entry.Kind == AnswerKind.NotApplicable).Select(entry => entry.Question)],
        };
    }

    private static QuestionScore Score(QuestionSet questions, Question question, Dictionary<string, GivenAnswer> given)
    {
        if (!given.TryGetValue(question.Id, out var answer) || answer.Kind is AnswerKind.Skipped or AnswerKind.Open)
        {
            return new(question, Kind: null, Quarters: null);
        }

        return answer.Kind switch
        {
            AnswerKind.Value when questions.QuartersOf(question, answer.Value ?? "") is { } quarters => new(question, AnswerKind.Value, quarters),
            AnswerKind.Value => new(question, Kind: null, Quarters: null),
            AnswerKind.Unknown => new(question, AnswerKind.Unknown, 0),
            _ => new(question, AnswerKind.NotApplicable, Quarters: null),
        };
    }

    private static Reckoned Reckon(QuestionSet questions, Variant variant, QuestionScore[] entries)
    {
        var counted = entries.Where(entry => entry.Quarters is not null).ToArray();
        var coverage = CoverageOf(entries);
        // The unit of the short variant is one question: there is no floor under it.
        var isThin = variant == Variant.Full && coverage < questions.Minimum.Department;
        Ratio? exact = isThin || counted.Length == 0
            ? null
            : new(Percent * counted.Sum(entry => entry.Question.Weight * entry.Quarters!.Value), Quarters * counted.Sum(entry => entry.Question.Weight));
        return new(exact, new()
        {
            Number = entries[0].Question.Department,
            Division = entries[0].Question.Division,
            Score = exact?.Value,
            Coverage = coverage,
            IsThin = isThin,
            Questions = entries,
        });
    }

    private static decimal CoverageOf(IEnumerable<QuestionScore> entries)
    {
        var (answered, all) = entries.Aggregate((Answered: 0, All: 0), (sum, entry) =>
            (sum.Answered + (entry.Kind is null ? 0 : entry.Question.Weight), sum.All + entry.Question.Weight));
        return all == 0 ? 0 : new Ratio(Percent * answered, all).Value;
    }

    private static decimal? AspectOf(AspectEntry aspect, QuestionScore[] scored)
    {
        int[] counted = [.. scored.Where(entry => entry.Question.Aspect == aspect.Key).Select(entry => entry.Quarters).OfType<int>()];
        return counted.Length == 0 ? null : new Ratio(Percent * counted.Sum(), Quarters * counted.Length).Value;
    }

    private static WeakPoint[] WeakPointsOf(Reckoned[] departments) =>
    [
        .. departments.Select(department => department.Shown)
            .Where(department => department.Score is not null)
            .OrderBy(department => department.Score)
            .ThenBy(department => department.Questions.FirstOrDefault(entry => entry.Question.Aspect == ResultAspect)?.Quarters ?? int.MaxValue)
            .ThenBy(department => department.Number)
            .Take(MostWeakPoints)
            .Select(department => new WeakPoint(department, [.. department.Questions.Where(entry => entry.Quarters is not null).OrderByDescending(entry => entry.Loss).ThenBy(entry => entry.Question.Order).Take(MostEvidence)])),
    ];

    private readonly record struct Reckoned(Ratio? Exact, DepartmentScore Shown);
}
