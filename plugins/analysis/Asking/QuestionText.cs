using DrAivBot.Analysis.Profile;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Asking;

/// <summary>A question in words.</summary>
internal static class QuestionText
{
    public static Markup Body(IText text, QuestionView view, bool isRefused = false) => Markup.Paragraphs(
        Markup.Lines(
            text.GetMarkup(
                view.IsExpress ? "analysis.question.header.express" : "analysis.question.header.full",
                ("division", view.Question.Division), ("department", view.Question.Department), ("order", view.Question.Order),
                ("number", view.Number + 1), ("total", view.Total)),
            text.GetMarkup("analysis.question.department", ("name", view.Department.In(text.Culture)))),
        Markup.Bold(Markup.Plain(view.Question.In(text.Culture))),
        Hint(text, view),
        Given(text, view),
        view.Comment is { } comment ? text.GetMarkup("analysis.question.comment", ("comment", comment)) : Markup.Empty,
        isRefused ? text.GetMarkup("analysis.question.refused", ("reason", Refusal(text, view.Question))) : Markup.Empty);

    /// <summary>What is accepted, in words.</summary>
    public static string Refusal(IText text, Question question) => question.Type == QuestionType.Number
        ? text.Get("analysis.number.range", ("min", TypedNumber.Show(question.Min, text.Culture)), ("max", TypedNumber.Show(question.Max, text.Culture)))
        : text.Get("analysis.text.limit", ("count", question.MaxLength));

    private static Markup Hint(IText text, QuestionView view) => view.Question.Type switch
    {
        QuestionType.Number => text.GetMarkup(
            "analysis.question.type_number",
            ("min", TypedNumber.Show(view.Question.Min, text.Culture)), ("max", TypedNumber.Show(view.Question.Max, text.Culture)), ("unit", view.Unit?.In(text.Culture))),
        QuestionType.Text => text.GetMarkup("analysis.question.type_text", ("count", view.Question.MaxLength)),
        _ => Markup.Empty,
    };

    /// <summary>Answers by button are marked on the buttons.</summary>
    private static Markup Given(IText text, QuestionView view) => view switch
    {
        { Kind: AnswerKind.Value, Value: { } value, Question.Type: QuestionType.Number } => text.GetMarkup(
            "analysis.question.given", ("answer", TypedNumber.Parse(value) is { } number ? TypedNumber.Show(number, text.Culture) : value)),
        { Kind: AnswerKind.Value, Value: { } value, Question.Type: QuestionType.Text } => text.GetMarkup("analysis.question.given", ("answer", value)),
        { Kind: AnswerKind.Skipped } => text.GetMarkup("analysis.question.skipped"),
        _ => Markup.Empty,
    };
}
