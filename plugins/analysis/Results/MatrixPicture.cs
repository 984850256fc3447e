using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Reports;

namespace DrAivBot.Analysis.Results;

/// <summary>The matrix of departments and aspects as a picture.</summary>
internal static class MatrixPicture
{
    private const string NotApplicable = "–";
    private const string Unknown = "?";

    public static TablePicture Of(ReportContent content)
    {
        var (text, scores) = (content.Text, content.Result.Scores);
        var aspects = AspectsOf(content);
        return new()
        {
            Title = text.Get("analysis.matrix.title"),
            Subtitle = ReportText.Subtitle(text, content),
            More = count => text.Get("analysis.matrix.more", ("count", count)),
            Columns =
            [
                new() { Title = text.Get("analysis.matrix.department") },
                .. aspects.Select(aspect => new TablePictureColumn { Title = text.Get("analysis.aspect." + aspect.Key), Alignment = TableAlignment.Center }),
                new() { Title = "%", Alignment = TableAlignment.Center },
            ],
            Rows = [.. scores.Divisions.SelectMany(division => Rows(content, aspects, division)), Total(content, aspects)],
            Legend =
            [
                .. content.Result.Assessment.Questions.Zones.Select((zone, i) => new PictureLegend { Title = ReportText.ZoneRange(content, i), Color = ZoneColors.Of(i) }),
                new() { Title = text.Get("analysis.matrix.unknown"), Color = ZoneColors.Unknown },
            ],
        };
    }

    /// <summary>The short variant asks for one aspect only.</summary>
    public static IReadOnlyList<AspectEntry> AspectsOf(ReportContent content)
    {
        var asked = content.Result.Assessment.Questions.Of(content.Result.Assessment.Variant).Select(question => question.Aspect).ToHashSet(StringComparer.Ordinal);
        return [.. content.Result.Assessment.Questions.Aspects.Where(aspect => asked.Contains(aspect.Key))];
    }

    private static IEnumerable<TablePictureRow> Rows(ReportContent content, IReadOnlyList<AspectEntry> aspects, DivisionScore division) =>
    [
        new()
        {
            Kind = TableRowKind.Heading,
            Cells = [new() { Text = $"{division.Number} · {content.Divisions[division.Number]} — {ReportText.Percent(content.Text, division.Score)}" }],
        },
        .. content.Result.Scores.Departments.Where(department => department.Division == division.Number).Select(department => new TablePictureRow
        {
            Cells =
            [
                new() { Text = NameOf(content, department) },
                .. aspects.Select(aspect => CellOf(content, department, aspect)),
                Score(content, department.Score, isBold: true),
            ],
        }),
    ];

    private static string NameOf(ReportContent content, DepartmentScore department)
    {
        var name = $"{department.Number} · {content.Departments[department.Number]}";
        return department.Score is null ? $"{name} ({ReportText.Percent(content.Text, department)})" : name;
    }

    private static TablePictureRow Total(ReportContent content, IReadOnlyList<AspectEntry> aspects) => new()
    {
        Kind = TableRowKind.Total,
        Cells =
        [
            new() { Text = content.Text.Get("analysis.matrix.company") },
            .. aspects.Select(aspect => content.Result.Scores.Aspects.FirstOrDefault(score => score.Aspect.Key == aspect.Key) is { } score
                ? Score(content, score.Score, isBold: true)
                : new() { Text = "" }),
            Score(content, content.Result.Scores.Company, isBold: true),
        ],
    };

    private static TablePictureCell CellOf(ReportContent content, DepartmentScore department, AspectEntry aspect)
    {
        if (department.Questions.FirstOrDefault(entry => entry.Question.Aspect == aspect.Key) is not { } entry)
        {
            // A text has no score: it is there or it is not.
            return new() { Text = content.Result.Answers.Any(answer => answer.Kind == AnswerKind.Value && IsOf(content, answer, department, aspect)) ? "•" : "" };
        }

        return entry.Kind switch
        {
            AnswerKind.Unknown => new() { Text = Unknown, Fill = ZoneColors.Unknown },
            AnswerKind.NotApplicable => new() { Text = NotApplicable },
            _ => Score(content, entry.Percent, isBold: false),
        };
    }

    private static bool IsOf(ReportContent content, GivenAnswer answer, DepartmentScore department, AspectEntry aspect) =>
        content.Result.Assessment.Questions.Find(answer.Question) is { } question && question.Department == department.Number && question.Aspect == aspect.Key;

    private static TablePictureCell Score(ReportContent content, decimal? score, bool isBold) => score is { } value
        ? new() { Text = FormattableString.Invariant($"{Scores.Shown(value)}"), Fill = ZoneColors.Of(content.Result.Assessment.Questions.ZoneOf(value)), IsBold = isBold }
        : new() { Text = "" };
}
