using DrAivBot.Analysis.Questionnaire;

namespace DrAivBot.Analysis.Scoring;

/// <summary>Everything that is computed from answers. Scores and coverages are per cent, not rounded.</summary>
internal sealed record Scores
{
    public required Variant Variant { get; init; }

    /// <summary>Null when no division has a score.</summary>
    public required decimal? Company { get; init; }

    /// <summary>How much of all weights is answered.</summary>
    public required decimal Coverage { get; init; }

    /// <summary>By number.</summary>
    public required IReadOnlyList<DivisionScore> Divisions { get; init; }

    /// <summary>By number.</summary>
    public required IReadOnlyList<DepartmentScore> Departments { get; init; }

    /// <summary>In the order of the questionnaire, the one without a score left out.</summary>
    public required IReadOnlyList<AspectScore> Aspects { get; init; }

    /// <summary>At most five, the weakest first.</summary>
    public required IReadOnlyList<WeakPoint> WeakPoints { get; init; }

    /// <summary>Questions with a weight that nobody knew the answer to or answered, in their order.</summary>
    public required IReadOnlyList<DataGap> Gaps { get; init; }

    /// <summary>Questions that do not apply, in their order.</summary>
    public required IReadOnlyList<Question> NotApplicable { get; init; }

    /// <summary>As shown: a whole per cent, halves away from zero.</summary>
    public static int Shown(decimal score) => (int)Math.Round(score, 0, MidpointRounding.AwayFromZero);

    public DepartmentScore Department(int number) => Departments.First(department => department.Number == number);
}

/// <summary>The score of a division.</summary>
internal sealed record DivisionScore(int Number, decimal? Score, decimal Coverage);

/// <summary>The score of a department.</summary>
internal sealed record DepartmentScore
{
    public required int Number { get; init; }

    public required int Division { get; init; }

    /// <summary>Null without enough data, and when nothing applies.</summary>
    public required decimal? Score { get; init; }

    public required decimal Coverage { get; init; }

    /// <summary>Whether too little is answered for a score.</summary>
    public required bool IsThin { get; init; }

    /// <summary>Its questions with a weight, in their order.</summary>
    public required IReadOnlyList<QuestionScore> Questions { get; init; }
}

/// <summary>What a question brought.</summary>
/// <param name="Question">The question.</param>
/// <param name="Kind">How it was answered; null when it was not.</param>
/// <param name="Quarters">0 to 4; null when it does not count.</param>
internal sealed record QuestionScore(Question Question, AnswerKind? Kind, int? Quarters)
{
    private const int Best = 4;

    /// <summary>What is missing to the best, with the weight, in quarters.</summary>
    public int Loss => Quarters is { } quarters ? Question.Weight * (Best - quarters) : 0;

    /// <summary>Whether so much is missing that something has to be done about it: half or more.</summary>
    public bool IsWeak => Quarters <= Best / 2;

    /// <summary>0 to 100; null when it does not count.</summary>
    public int? Percent => Quarters * 25;
}

/// <summary>The score of one side of all departments; null when nothing of it is scored.</summary>
internal sealed record AspectScore(AspectEntry Aspect, decimal? Score);

/// <summary>One of the weakest departments.</summary>
/// <param name="Department">The department.</param>
/// <param name="Evidence">The questions that lost most, at most two.</param>
internal sealed record WeakPoint(DepartmentScore Department, IReadOnlyList<QuestionScore> Evidence);

/// <summary>What is not known.</summary>
/// <param name="Question">The question.</param>
/// <param name="IsUnknown">Whether somebody said not to know; else it is not answered.</param>
internal sealed record DataGap(Question Question, bool IsUnknown);
