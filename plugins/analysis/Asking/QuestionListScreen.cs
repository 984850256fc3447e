using System.Globalization;
using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>The questions of a division with what is answered, to change an answer or fill a gap.</summary>
internal sealed class QuestionListScreen(AnswerSheets sheets) : IScreen<QuestionListPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, QuestionListPlace place, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(turn, place.Assessment, cancellationToken) is not { } sheet || place.Division is < 1 or > 7 || !sheet.Viewer.MayAnswer(place.Division))
        {
            return Reply.NotFound;
        }

        int[] numbers = [.. Enumerable.Range(0, sheet.Questions.Count).Where(number => sheet.Questions[number].Division == place.Division)];
        var body = Markup.Paragraphs(
            turn.Text.GetMarkup(
                "analysis.list.title",
                ("number", place.Division), ("name", sheet.Assessment.Questions.DivisionName(place.Division, turn.Text.Culture)),
                ("done", sheet.CountAnswered(place.Division)), ("all", numbers.Length)),
            turn.Text.GetMarkup("analysis.list.legend"));
        return Reply.Show(new Screen { Body = body }.WithPage(
            Page.Of(numbers, place.Page), number => ToQuestion(turn, sheet, number), page => place with { Page = page }));
    }

    private static Button ToQuestion(ITurn turn, AnswerSheet sheet, int number)
    {
        var question = sheet.Questions[number];
        return Button.To(
            string.Create(CultureInfo.InvariantCulture, $"{Sign(sheet.AnswerTo(question)?.Kind)} {question.Department}.{question.Order} {question.In(turn.Text.Culture)}"),
            new QuestionPlace(sheet.Assessment.Id, number));
    }

    private static string Sign(AnswerKind? kind) => kind switch
    {
        AnswerKind.Value => "✅",
        AnswerKind.Unknown => "❓",
        AnswerKind.NotApplicable => "➖",
        AnswerKind.Skipped => "⏭",
        _ => "▫️",
    };
}
