using System.Collections.Frozen;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>The sheets of scores and words.</summary>
internal sealed class ReportSheets(ReportContent content)
{
    public const decimal Hundred = 100;

    /// <summary>Title, note, an empty row and the header.</summary>
    public const int RowsAbove = 4;

    /// <summary>Columns of numbers, where a word may stand in place of one: in the middle both look at home.</summary>
    private static readonly FrozenSet<string> Figures =
        new[] { "number", "score", "coverage", "place", "day", "until", "points", "weight", "before", "after", "change" }.ToFrozenSet(StringComparer.Ordinal);

    private IText Text => content.Text;

    public Sheet Divisions() => Make(
        "divisions",
        [("number", 6), ("division", 26), ("score", 11), ("zone", 12), ("coverage", 13), ("findings", 40), ("risk", 32), ("recommendations", 44)],
        [
            .. content.Result.Scores.Divisions.Select(division =>
            {
                var words = content.Texts.Divisions.FirstOrDefault(one => one.Number == division.Number);
                return (IReadOnlyList<Cell>)[
                    Cell.Number(division.Number), Cell.Text(content.Divisions[division.Number]) with { IsBold = true }, Score(division.Score), Zone(division.Score), Coverage(division.Coverage),
                    Cell.Text(string.Join('\n', words?.Findings.Select(Finding) ?? [])), Cell.Text(words?.Risk), Cell.Text(string.Join('\n', words?.Recommendations ?? [])),
                ];
            }),
        ],
        frozen: 2);

    public Sheet Departments()
    {
        var aspects = MatrixPicture.AspectsOf(content).Where(aspect => aspect.Weight > 0).ToArray();
        var sheet = Make(
            "departments",
            [("number", 6), ("department", 32), ("division", 13), .. aspects.Select(aspect => (":" + Text.Get("analysis.aspect." + aspect.Key), 17d)), ("score", 12), ("zone", 12), ("coverage", 13)],
            [
                .. content.Result.Scores.Departments.Select(IReadOnlyList<Cell> (department) =>
                [
                    Cell.Number(department.Number), Cell.Text(content.Departments[department.Number]) with { IsBold = true }, Cell.Number(department.Division),
                    .. aspects.Select(aspect => Aspect(department.Questions.FirstOrDefault(entry => entry.Question.Aspect == aspect.Key))),
                    department.Score is null ? Cell.Text(ReportText.Percent(Text, department)) : Score(department.Score), Zone(department.Score), Coverage(department.Coverage),
                ]),
            ],
            frozen: 2);
        return sheet with { IsPortrait = aspects.Length == 1 };
    }

    public Sheet WeakPoints() => Make(
        "weak",
        [("place", 9), ("department", 24), ("score", 11), ("evidence", 44), ("missing", 28), ("cause", 26), ("consequence", 28), ("first", 32), ("statistic", 20)],
        [
            .. content.Result.Scores.WeakPoints.Select(IReadOnlyList<Cell> (weak, i) =>
            {
                var words = content.Texts.WeakPoints.FirstOrDefault(one => one.Department == weak.Department.Number);
                return
                [
                    Cell.Number(i + 1), Cell.Text($"{weak.Department.Number} · {content.Departments[weak.Department.Number]}") with { IsBold = true }, Score(weak.Department.Score),
                    Cell.Text(string.Join('\n', weak.Evidence.Select(Evidence))),
                    Cell.Text(words?.Missing), Cell.Text(words?.Cause), Cell.Text(words?.Consequence), Cell.Text(words?.FirstAction), Cell.Text(words?.Statistic),
                ];
            }),
        ],
        frozen: 2);

    public Sheet Plan() => Make(
        "plan",
        [("stage", 13), ("day", 8), ("until", 13), ("action", 48), ("post", 28), ("result", 34), ("statistic", 28)],
        [
            .. content.Texts.Plan.SelectMany(stage => stage.Actions.Select(IReadOnlyList<Cell> (action) =>
            [
                Cell.Text(Text.Get("analysis.plan.stage", ("first", stage.FirstDay), ("last", stage.LastDay))), Cell.Number(action.Day), Cell.Date(content.Day.AddDays(action.Day)),
                Cell.Text(action.Action), Cell.Text($"{action.Position} · {content.Departments.GetValueOrDefault(action.Position)}"), Cell.Text(action.Result), Cell.Text(action.Statistic),
            ])),
        ],
        frozen: 1);

    public Sheet Comparison(Comparison comparison) => Make(
        "comparison",
        [("number", 6), ("unit", 40), ("before", 12), ("after", 12), ("change", 12)],
        [
            .. comparison.Divisions.SelectMany(division => new[] { Change(division, content.Divisions[division.Number], isBold: true) }.Concat(
                comparison.Departments.Where(department => content.Result.Scores.Department(department.Number).Division == division.Number)
                    .Select(department => Change(department, content.Departments[department.Number], isBold: false)))),
            Change(comparison.Company, Text.Get("analysis.matrix.company"), isBold: true),
        ],
        frozen: 2);

    public Cell Score(decimal? score) => score is { } value
        ? Cell.Percent(Scores.Shown(value) / Hundred) with { Fill = ZoneColors.Of(content.Result.Assessment.Questions.ZoneOf(value)) }
        : Cell.Text(ReportText.Percent(Text, score: null));

    /// <param name="name">Of the sheet.</param>
    /// <param name="columns">Their keys and widths; one that begins with a colon is its own title.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="frozen">How many columns stay in view.</param>
    public Sheet Make(string name, IEnumerable<(string Title, double Width)> columns, IReadOnlyList<IReadOnlyList<Cell>> rows, int frozen = 0) => new()
    {
        Name = Text.Get("analysis.sheet." + name),
        Title = Text.Get("analysis.sheet.title." + name),
        Notes = [ReportText.Subtitle(Text, content)],
        Columns =
        [
            .. columns.Select(column => new SheetColumn
            {
                Title = column.Title[0] == ':' ? column.Title[1..] : Text.Get("analysis.sheet.column." + column.Title),
                Width = column.Width,
                Wraps = true,
                Alignment = column.Title[0] == ':' || Figures.Contains(column.Title) ? TableAlignment.Center : TableAlignment.Start,
            }),
        ],
        Rows = rows,
        FrozenColumns = frozen,
    };

    private static string Finding(Finding finding) => finding.Questions.Count == 0 ? finding.Text : $"{finding.Text} [{string.Join(", ", finding.Questions)}]";

    private string Evidence(QuestionScore entry) => Text.Get(
        "analysis.sheet.evidence",
        ("id", entry.Question.Id), ("question", entry.Question.In(Text.Culture)),
        ("answer", ReportText.Bare(ReportText.Answer(Text, content.Result.Assessment.Questions, entry.Question, content.Result.Answers.FirstOrDefault(answer => answer.Question == entry.Question.Id)))));

    private Cell Aspect(QuestionScore? entry) => entry switch
    {
        { Kind: AnswerKind.Unknown } => Cell.Text(Text.Get("analysis.sheet.unknown")) with { Fill = ZoneColors.Unknown },
        { Kind: AnswerKind.NotApplicable } => Cell.Text("–"),
        { Percent: { } percent } => Score(percent),
        _ => Cell.Empty,
    };

    private Cell Zone(decimal? score) => Cell.Text(score is { } value ? ReportText.ZoneName(Text, content.Result.Assessment.Questions, value) : null);

    private static Cell Coverage(decimal coverage) => Cell.Percent(Scores.Shown(coverage) / Hundred);

    private Cell[] Change(Change change, string name, bool isBold)
    {
        Cell[] cells =
        [
            change.Number == 0 ? Cell.Empty : Cell.Number(change.Number), Cell.Text(name), Score(change.Before), Score(change.After),
            change is { Before: { } before, After: { } after } ? Cell.Number(Scores.Shown(after) - Scores.Shown(before)) : Cell.Empty,
        ];
        return isBold ? [.. cells.Select(cell => cell with { IsBold = true })] : cells;
    }
}
