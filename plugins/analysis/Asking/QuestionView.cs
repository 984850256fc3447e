using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;

namespace DrAivBot.Analysis.Asking;

/// <summary>A question as it is put to somebody: all that its screen says, so that a dialog can keep it between turns.</summary>
internal sealed record QuestionView
{
    public required Guid Assessment { get; init; }

    /// <summary>Counted from 0.</summary>
    public required int Number { get; init; }

    public required int Total { get; init; }

    /// <summary>The question asked before; null for the first.</summary>
    public int? Before { get; init; }

    public required bool IsExpress { get; init; }

    public required Question Question { get; init; }

    public required Wording Department { get; init; }

    public Wording? Unit { get; init; }

    /// <summary>How it is answered; null when it is not.</summary>
    public AnswerKind? Kind { get; init; }

    public string? Value { get; init; }

    public string? Comment { get; init; }

    public static QuestionView Of(AnswerSheet sheet, int number)
    {
        var (questions, question) = (sheet.Assessment.Questions, sheet.Questions[number]);
        var answer = sheet.AnswerTo(question);
        return new()
        {
            Assessment = sheet.Assessment.Id,
            Number = number,
            Total = sheet.Questions.Count,
            Before = sheet.Before(number),
            IsExpress = sheet.Assessment.Variant == Variant.Express,
            Question = question,
            Department = questions.Divisions.SelectMany(division => division.Departments).First(department => department.Number == question.Department).Name,
            Unit = questions.UnitOf(question),
            Kind = answer?.Kind is AnswerKind.Open ? null : answer?.Kind,
            Value = answer?.Value,
            Comment = answer?.Comment,
        };
    }
}
