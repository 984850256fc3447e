using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;

namespace DrAivBot.Analysis.Assessments;

/// <summary>The questions of an open assessment with what is answered, as one person sees them.</summary>
internal sealed class AnswerSheet(Assessment assessment, Viewer viewer, IReadOnlyList<Assignment> assignments, IEnumerable<GivenAnswer> answers)
{
    private readonly Dictionary<string, GivenAnswer> _answers = answers.ToDictionary(answer => answer.Question);
    private readonly Dictionary<int, Assignment> _assignments = assignments.ToDictionary(assignment => assignment.Division);

    public Assessment Assessment => assessment;

    public Viewer Viewer => viewer;

    /// <summary>All of the variant, in the order in which they are asked.</summary>
    public IReadOnlyList<Question> Questions { get; } = assessment.Questions.Of(assessment.Variant);

    public IReadOnlyCollection<GivenAnswer> Answers => _answers.Values;

    public GivenAnswer? AnswerTo(Question question) => _answers.GetValueOrDefault(question.Id);

    /// <summary>Null for nobody in particular.</summary>
    public Assignment? AssignmentOf(int division) => _assignments.GetValueOrDefault(division);

    /// <summary>The question of a number, if there is one that this person may answer.</summary>
    public Question? Find(int number) =>
        number >= 0 && number < Questions.Count && viewer.MayAnswer(Questions[number].Division) ? Questions[number] : null;

    public bool IsAnswered(Question question) => AnswerTo(question) is { Kind: AnswerKind.Value or AnswerKind.Unknown or AnswerKind.NotApplicable };

    public bool IsSkipped(Question question) => AnswerTo(question) is { Kind: AnswerKind.Skipped };

    /// <summary>Whether it is asked of this person in turn: a division of somebody else is theirs, though who runs it may look in.</summary>
    public bool IsAskedOfViewer(Question question) => AssignmentOf(question.Division) is { } assignment ? assignment.Person == viewer.User : viewer.Runs;

    /// <summary>Where to go on: the first question without an answer, then the first that was skipped.</summary>
    public int? FirstOpen => NextOpen(-1) ?? NextSkipped(-1);

    /// <summary>The question after this one that waits for an answer.</summary>
    /// <param name="number">The question that was just answered or skipped.</param>
    /// <param name="isSecondRound">Whether it had been skipped before, so that those are gone through.</param>
    /// <returns>Null when there is none.</returns>
    public int? After(int number, bool isSecondRound) => NextOpen(number) ?? (isSecondRound ? NextSkipped(number, wraps: false) : null);

    /// <summary>The question asked before this one of the same person.</summary>
    public int? Before(int number)
    {
        for (var i = number - 1; i >= 0; i--)
        {
            if (IsInTurn(i, number))
            {
                return i;
            }
        }

        return null;
    }

    public int CountAnswered(int division) => Questions.Count(question => question.Division == division && IsAnswered(question));

    public int CountAll(int division) => Questions.Count(question => question.Division == division);

    public int CountOpen() => Questions.Count(question => IsAskedOfViewer(question) && !IsAnswered(question));

    public int CountSkipped() => Questions.Count(question => IsAskedOfViewer(question) && IsSkipped(question));

    public Scores Compute() => Scorer.Compute(assessment.Questions, assessment.Variant, _answers.Values);

    private int? NextOpen(int after) => Next(after, question => !IsAnswered(question) && !IsSkipped(question), wraps: true);

    private int? NextSkipped(int after, bool wraps = true) => Next(after, IsSkipped, wraps);

    private int? Next(int after, Func<Question, bool> waits, bool wraps)
    {
        int[] open = [.. Enumerable.Range(0, Questions.Count).Where(number => number != after && IsInTurn(number, after) && waits(Questions[number]))];
        return open.Any(number => number > after) ? open.First(number => number > after) : wraps && open.Length > 0 ? open[0] : null;
    }

    /// <summary>Who runs it and looked into the division of somebody else goes on there.</summary>
    private bool IsInTurn(int number, int from) => IsAskedOfViewer(Questions[number])
        || (from >= 0 && viewer.Runs && Questions[number].Division == Questions[from].Division);
}
