using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>The sheets of answers and of what is not known.</summary>
internal sealed class GivenAnswerSheets(ReportContent content, ReportSheets sheets)
{
    private readonly Dictionary<string, GivenAnswer> _answers = content.Result.Answers.ToDictionary(answer => answer.Question);
    private readonly Dictionary<string, QuestionScore> _scores = content.Result.Scores.Departments.SelectMany(department => department.Questions).ToDictionary(entry => entry.Question.Id);

    private IText Text => content.Text;

    private QuestionSet Questions => content.Result.Assessment.Questions;

    public Sheet Answers() => sheets.Make(
        "answers",
        [("id", 9), ("department", 26), ("aspect", 16), ("question", 50), ("answer", 30), ("points", 11), ("weight", 9), ("comment", 32)],
        [
            .. Questions.Of(content.Result.Assessment.Variant).Select(IReadOnlyList<Cell> (question) =>
            [
                Cell.Text(question.Id), Cell.Text($"{question.Department} · {content.Departments[question.Department]}"),
                Cell.Text(Text.Get("analysis.aspect." + question.Aspect)), Cell.Text(question.In(Text.Culture)),
                Answer(question), Points(question), Cell.Number(question.Weight), Cell.Text(_answers.GetValueOrDefault(question.Id)?.Comment),
            ]),
        ],
        frozen: 1);

    public Sheet Gaps() => sheets.Make(
        "gaps",
        [("id", 9), ("department", 34), ("question", 70), ("why", 28)],
        [
            .. content.Result.Scores is { Gaps.Count: 0, NotApplicable.Count: 0 } ? [[Cell.Empty, Cell.Empty, Cell.Text(Text.Get("analysis.gaps.none")), Cell.Empty]] : Array.Empty<IReadOnlyList<Cell>>(),
            .. content.Result.Scores.Gaps.Select(gap => Gap(gap.Question, gap.IsUnknown ? "analysis.gap.unknown" : "analysis.gap.unanswered")),
            .. content.Result.Scores.NotApplicable.Select(question => Gap(question, "analysis.gap.not_applicable")),
        ]);

    private IReadOnlyList<Cell> Gap(Question question, string why) =>
    [
        Cell.Text(question.Id), Cell.Text($"{question.Department} · {content.Departments[question.Department]}"), Cell.Text(question.In(Text.Culture)), Cell.Text(Text.Get(why)),
    ];

    private Cell Answer(Question question)
    {
        var answer = _answers.GetValueOrDefault(question.Id);
        return question.Type == QuestionType.Number && answer is { Kind: AnswerKind.Value, Value: { } value } && Profile.TypedNumber.Parse(value) is { } number
            ? Cell.Number(number)
            : Cell.Text(question.Type == QuestionType.Text ? ReportText.Answer(Text, Questions, question, answer) : ReportText.Bare(ReportText.Answer(Text, Questions, question, answer)));
    }

    private Cell Points(Question question) => _scores.GetValueOrDefault(question.Id)?.Percent is { } percent ? sheets.Score(percent) : Cell.Empty;
}
