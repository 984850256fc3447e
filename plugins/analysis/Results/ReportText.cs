using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>Results in words.</summary>
internal static class ReportText
{
    private const int BestScore = 100;

    /// <summary>«52 %», or that there is not enough data.</summary>
    public static string Percent(IText text, decimal? score) =>
        score is { } value ? FormattableString.Invariant($"{Scores.Shown(value)} %") : text.Get("analysis.result.thin");

    /// <summary>The same of a department, whose questions may also not apply at all.</summary>
    public static string Percent(IText text, DepartmentScore department) => department switch
    {
        { Score: { } score } => Percent(text, score),
        { IsThin: true } or { Coverage: 0 } => Percent(text, score: null),
        _ => text.Get("analysis.result.not_applicable"),
    };

    /// <summary>The name of a score's zone with its sign, as the questionnaire has it: «🟠 Слабо».</summary>
    public static string Zone(IText text, QuestionSet questions, decimal score) => questions.Zones[questions.ZoneOf(score)].Name.In(text.Culture);

    /// <summary>The name alone: workbooks have colours, and not every program that opens them has the signs.</summary>
    public static string ZoneName(IText text, QuestionSet questions, decimal score) => Bare(Zone(text, questions, score));

    /// <summary>Without a sign at the beginning.</summary>
    public static string Bare(string label)
    {
        var space = label.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && !label[..space].Any(char.IsLetterOrDigit) ? label[(space + 1)..] : label;
    }

    /// <summary>The sign of a score's zone alone.</summary>
    public static string Sign(QuestionSet questions, decimal? score) =>
        score is { } value ? questions.Zones[questions.ZoneOf(value)].English.Split(' ')[0] : "▫️";

    /// <summary>«Слабо 30–54 %», for legends: without its sign, which the colour stands for.</summary>
    public static string ZoneRange(ReportContent content, int zone)
    {
        var zones = content.Result.Assessment.Questions.Zones;
        var name = Bare(zones[zone].Name.In(content.Text.Culture));
        var last = zone + 1 < zones.Count ? zones[zone + 1].Min - 1 : BestScore;
        return FormattableString.Invariant($"{name} {zones[zone].Min}–{last} %");
    }

    public static string Subtitle(IText text, ReportContent content) => text.Get(
        "analysis.report.subtitle", ("company", content.Company), ("variant", Variant(text, content.Result.Assessment.Variant)), ("day", text.FormatDay(content.Day)));

    public static string Variant(IText text, Variant variant) =>
        text.Get(variant == Questionnaire.Variant.Express ? "analysis.variant.name.express" : "analysis.variant.name.full");

    /// <summary>The short message that goes with the files.</summary>
    public static Markup Message(IText text, ReportContent content, bool hasPictures)
    {
        var (scores, questions) = (content.Result.Scores, content.Result.Assessment.Questions);
        return Markup.Paragraphs(
            text.GetMarkup("analysis.report.title", ("variant", Variant(text, scores.Variant)), ("day", text.FormatDay(content.Day))),
            text.GetMarkup("analysis.result.score", ("percent", Percent(text, scores.Company)), ("zone", scores.Company is { } score ? Zone(text, questions, score) : "")),
            WeakPoints(text, content.Result),
            text.GetMarkup(content.Texts.Source == ReportSource.Template ? "analysis.report.by_template" : "analysis.report.by_assistant"),
            content.NoticeKey is { } notice ? text.GetMarkup("analysis.report.notice", ("notice", text.Get(notice))) : Markup.Empty,
            hasPictures ? Markup.Empty : text.GetMarkup("analysis.report.no_font"));
    }

    public static Markup WeakPoints(IText text, AssessmentResult result) => result.Scores.WeakPoints.Count == 0 ? Markup.Empty : Markup.Lines(
        [
            text.GetMarkup("analysis.result.weak"),
            .. result.Scores.WeakPoints.Select((weak, i) => text.GetMarkup(
                "analysis.result.weak_line",
                ("place", i + 1), ("sign", Sign(result.Assessment.Questions, weak.Department.Score)), ("percent", Percent(text, weak.Department)),
                ("number", weak.Department.Number), ("name", result.Assessment.Questions.DepartmentName(weak.Department.Number, text.Culture)))),
        ]);

    /// <summary>An answer as people read it.</summary>
    public static string Answer(IText text, QuestionSet questions, Question question, GivenAnswer? answer) => answer switch
    {
        { Kind: AnswerKind.Value, Value: { } value } => question.Type switch
        {
            QuestionType.Number => $"{value} {questions.UnitOf(question)?.In(text.Culture)}".TrimEnd(),
            QuestionType.Text => value,
            _ => questions.Choices(question, text.Culture).FirstOrDefault(choice => choice.Value == value).Label ?? value,
        },
        { Kind: AnswerKind.Unknown } => text.Get("analysis.answer.unknown"),
        { Kind: AnswerKind.NotApplicable } => text.Get("analysis.answer.not_applicable"),
        _ => text.Get("analysis.answer.none"),
    };
}
