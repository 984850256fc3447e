using DrAivBot.Analysis.Questionnaire;

namespace DrAivBot.Analysis.Asking;

/// <summary>How long answering takes: a tap, a number to be looked up, a thought to be written.</summary>
internal static class AnsweringTime
{
    private const int SecondsAMinute = 60;

    public static int Minutes(IEnumerable<Question> questions) => Math.Max(1, (int)Math.Round(
        questions.Sum(question => question.Type switch
        {
            QuestionType.Number => 30m,
            QuestionType.Text => 60m,
            _ => 15m,
        }) / SecondsAMinute,
        MidpointRounding.AwayFromZero));
}
