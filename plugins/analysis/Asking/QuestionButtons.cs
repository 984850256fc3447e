using DrAivBot.Analysis.Scoring;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Asking;

/// <summary>What can be pressed at a question besides its own answers.</summary>
internal static class QuestionButtons
{
    public const string Unknown = "?";
    public const string NotApplicable = "-";
    public const string Skip = ">";

    /// <summary>How a pressed value answers.</summary>
    public static AnswerKind KindOf(string value) => value switch
    {
        Unknown => AnswerKind.Unknown,
        NotApplicable => AnswerKind.NotApplicable,
        Skip => AnswerKind.Skipped,
        _ => AnswerKind.Value,
    };

    public static IReadOnlyList<IReadOnlyList<Button>> Rows(IText text, QuestionView view)
    {
        Button To(string key, string value, bool isGiven) =>
            Button.To(Marked(text.Get(key), isGiven), new GiveAnswer(view.Assessment, view.Number, value));

        return
        [
            [
                To("analysis.answer.unknown", Unknown, view.Kind == AnswerKind.Unknown),
                To("analysis.answer.not_applicable", NotApplicable, view.Kind == AnswerKind.NotApplicable),
            ],
            [
                .. view.Before is { } before ? [Button.To(text.Get("analysis.question.before"), new QuestionPlace(view.Assessment, before))] : Array.Empty<Button>(),
                To("analysis.answer.skip", Skip, isGiven: false),
            ],
            [
                Button.To(text.Get("analysis.question.note"), new AskComment(view.Assessment, view.Number)),
                Button.To(text.Get("analysis.question.pause"), new AnalysisPlace()),
            ],
        ];
    }

    public static string Marked(string label, bool isGiven) => isGiven ? "✓ " + label : label;
}
