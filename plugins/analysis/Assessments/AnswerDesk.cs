using System.Globalization;
using DrAivBot.Analysis.Profile;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Organisation;
using DrAivBot.Routing;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Takes answers: each is kept before the next question is shown.</summary>
internal sealed class AnswerDesk(AnswerSheets sheets, AnswerTable answers, IAudit audit)
{
    public const int LongestComment = 500;

    /// <summary>A typed answer as it is kept; null when it is none: out of range, too long, no number.</summary>
    public static string? ReadTyped(Question question, string typed) => question.Type switch
    {
        QuestionType.Number => TypedNumber.Parse(typed) is { } number && number >= question.Min && number <= question.Max ? TypedNumber.Store(number) : null,
        QuestionType.Text => typed.Length > 0 && LengthOf(typed) <= question.MaxLength ? typed : null,
        _ => null,
    };

    /// <summary>Keeps an answer.</summary>
    /// <returns>The sheet as it was before and the question; null when this person may not answer it, or not so, or not any more.</returns>
    public async Task<(AnswerSheet Sheet, Question Question)?> GiveAsync(
        ITurn turn, Guid assessment, int number, AnswerKind kind, string? typed, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, assessment, number, cancellationToken) is not var (sheet, question)
            || Read(sheet.Assessment.Questions, question, kind, typed ?? "") is not { } answer)
        {
            return null;
        }

        // «Skip» leaves an answer that is there.
        if (kind == AnswerKind.Skipped && sheet.IsAnswered(question))
        {
            return (sheet, question);
        }

        return await answers.GiveAsync(assessment, answer, turn.User.Id, cancellationToken) ? (sheet, question) : null;
    }

    public async Task<bool> CommentAsync(ITurn turn, Guid assessment, int number, string comment, CancellationToken cancellationToken) =>
        LengthOf(comment) is > 0 and <= LongestComment
        && await FindAsync(turn, assessment, number, cancellationToken) is var (_, question)
        && await answers.CommentAsync(assessment, question.Id, comment, turn.User.Id, cancellationToken);

    /// <summary>Takes a comment away; that there was none is as good.</summary>
    /// <returns>False when this person may not answer the question, or not any more.</returns>
    public async Task<bool> RemoveCommentAsync(ITurn turn, Guid assessment, int number, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, assessment, number, cancellationToken) is not var (_, question))
        {
            return false;
        }

        await answers.RemoveCommentAsync(assessment, question.Id, turn.User.Id, cancellationToken);
        return true;
    }

    private async Task<(AnswerSheet Sheet, Question Question)?> FindAsync(ITurn turn, Guid assessment, int number, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(turn, assessment, cancellationToken) is { } sheet && sheet.Find(number) is { } question)
        {
            return (sheet, question);
        }

        await audit.NoteAsync(
            new()
            {
                Act = "answer.given",
                IsRefused = true,
                After = new Dictionary<string, string?> { ["assessment"] = assessment.ToString(), ["question"] = FormattableString.Invariant($"{number + 1}") },
            },
            cancellationToken);
        return null;
    }

    private static GivenAnswer? Read(QuestionSet questions, Question question, AnswerKind kind, string typed)
    {
        var value = kind != AnswerKind.Value ? null
            : question.Type is QuestionType.Number or QuestionType.Text ? ReadTyped(question, typed)
            : questions.QuartersOf(question, typed) is null ? null : typed;
        return kind switch
        {
            AnswerKind.Value when value is null => null,
            AnswerKind.Open => null,
            _ => new() { Question = question.Id, Kind = kind, Value = value },
        };
    }

    /// <summary>As a reader counts, not as memory does.</summary>
    private static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;
}
