using System.Globalization;
using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Results;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Asking;

/// <summary>How far an open assessment is: a bar for each division, and the time that is left.</summary>
internal static class Overview
{
    private const int BarLength = 8;
    private const int ButtonsInRow = 4;
    private const int LastDivision = 7;

    public static Screen Draw(ITurn turn, AnswerSheet sheet, bool hasResults)
    {
        var (text, id) = (turn.Text, sheet.Assessment.Id);
        int[] divisions = [.. Enumerable.Range(1, LastDivision).Where(sheet.Viewer.MayAnswer)];
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                text.GetMarkup(sheet.Assessment.Variant == Variant.Express ? "analysis.overview.express" : "analysis.overview.full"),
                Markup.Lines(divisions.Select(division => Line(text, sheet, division))),
                Left(text, sheet)),
        };
        if (sheet.FirstOpen is { } first)
        {
            screen = screen.WithRow(Button.To(text.Get("analysis.continue_at", ("number", first + 1)), new ContinuePlace(id)));
        }

        screen = screen.WithRows(divisions.Select(division => Button.To(
            string.Create(CultureInfo.InvariantCulture, $"{division} · {sheet.CountAnswered(division)}/{sheet.CountAll(division)}"),
            new QuestionListPlace(id, division))).Chunk(ButtonsInRow));
        return WithRunning(screen, turn, sheet, hasResults);
    }

    /// <summary>What whoever runs it can do besides answering.</summary>
    private static Screen WithRunning(Screen screen, ITurn turn, AnswerSheet sheet, bool hasResults)
    {
        var (text, id) = (turn.Text, sheet.Assessment.Id);
        if (sheet.Viewer.Runs)
        {
            screen = screen
                .WithRow(Button.To(text.Get("analysis.finish"), new FinishPlace(id)))
                .WithRow(sheet.Assessment.Variant == Variant.Express
                    ? Button.To(text.Get("analysis.widen"), new WidenPress(id))
                    : Button.To(text.Get("analysis.who"), new AssignPlace(id)))
                .WithRow(Button.To(text.Get("analysis.give_up"), new GiveUpPlace(id)));
        }

        return hasResults ? screen.WithRow(Button.To(text.Get("analysis.history"), new HistoryPlace())) : screen;
    }

    private static Markup Line(IText text, AnswerSheet sheet, int division)
    {
        var (done, all) = (sheet.CountAnswered(division), sheet.CountAll(division));
        var full = all == 0 ? 0 : done * BarLength / all;
        return text.GetMarkup(
            "analysis.overview.line",
            ("bar", new string('▰', full) + new string('▱', BarLength - full)), ("done", done), ("all", all),
            ("number", division), ("name", text.Get(FormattableString.Invariant($"analysis.division.{division}"))));
    }

    private static Markup Left(IText text, AnswerSheet sheet)
    {
        var open = sheet.CountOpen();
        if (open == 0)
        {
            return text.GetMarkup(
                !sheet.Viewer.Runs ? "analysis.overview.done_respondent"
                : sheet.Questions.All(sheet.IsAnswered) ? "analysis.overview.done_all"
                : "analysis.overview.done");
        }

        var minutes = AnsweringTime.Minutes(sheet.Questions.Where(question => sheet.IsAskedOfViewer(question) && !sheet.IsAnswered(question)));
        return Markup.Lines(
            text.GetMarkup("analysis.overview.left", ("count", open)),
            text.GetMarkup("analysis.overview.minutes", ("count", minutes)));
    }
}
