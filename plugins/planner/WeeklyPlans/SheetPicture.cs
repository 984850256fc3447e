using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The company's week as a picture: divisions with their people below.</summary>
internal static class SheetPicture
{
    private const int Bad = 0xFCA5A5;
    private const int Weak = 0xFED7AA;
    private const int Fair = 0xFEF08A;
    private const int Good = 0x86EFAC;

    public static TablePicture Of(CompanySheet sheet)
    {
        var text = sheet.Text;
        return new()
        {
            Title = text.Get("planner.sheet.picture", ("number", WeekText.Number(sheet.Week))),
            Subtitle = text.Get("planner.sheet.subtitle", ("company", sheet.Company), ("days", WeekText.Days(text, sheet.Week))),
            More = count => text.Get("planner.sheet.more", ("count", count)),
            Columns =
            [
                new() { Title = text.Get("planner.sheet.column.person") },
                new() { Title = text.Get("planner.sheet.column.planned"), Alignment = TableAlignment.Center },
                new() { Title = text.Get("planner.sheet.column.agreed"), Alignment = TableAlignment.Center },
                new() { Title = text.Get("planner.sheet.column.result"), Alignment = TableAlignment.Center },
            ],
            Rows =
            [
                .. sheet.Divisions.SelectMany(division => Rows(text, CompanySheet.DivisionName(division), sheet.LinesOf(division))),
                Sum(text.Get("planner.sheet.total"), SheetSum.Of(sheet.Lines)),
            ],
            Legend =
            [
                new() { Title = "0–29 %", Color = Bad }, new() { Title = "30–54 %", Color = Weak },
                new() { Title = "55–79 %", Color = Fair }, new() { Title = "80–100 %", Color = Good },
            ],
        };
    }

    /// <summary>The colour of a result.</summary>
    public static int ColorOf(int percent) => percent switch
    {
        < 30 => Bad,
        < 55 => Weak,
        < 80 => Fair,
        _ => Good,
    };

    private static IEnumerable<TablePictureRow> Rows(IText text, string division, IReadOnlyList<SheetLine> lines) => lines.Count == 0 ? [] :
    [
        new() { Kind = TableRowKind.Heading, Cells = [new() { Text = division }] },
        .. lines.Select(line => Person(text, line)),
        .. lines.Count > 1 ? [Sum(text.Get("planner.sheet.division_total"), SheetSum.Of(lines))] : Array.Empty<TablePictureRow>(),
    ];

    private static TablePictureRow Person(IText text, SheetLine line) => new()
    {
        Cells =
        [
            new() { Text = line.IsAbsent ? text.Get("planner.sheet.absent", ("name", line.Name)) : line.Name },
            new() { Text = line.IsPlanned ? text.Get("planner.sheet.tasks", ("count", line.Tasks.Count)) : "—" },
            new() { Text = line.IsAgreed ? text.Get("planner.sheet.yes") : "—" },
            Result(line.Plan?.Percent),
        ],
    };

    private static TablePictureRow Sum(string title, SheetSum sum) => new()
    {
        Kind = TableRowKind.Total,
        Cells =
        [
            new() { Text = title },
            new() { Text = FormattableString.Invariant($"{sum.Planned} / {sum.People}") },
            new() { Text = FormattableString.Invariant($"{sum.Agreed} / {sum.People}") },
            Result(sum.Percent),
        ],
    };

    private static TablePictureCell Result(int? percent) => percent is { } value
        ? new() { Text = FormattableString.Invariant($"{value} %"), Fill = ColorOf(value), IsBold = true }
        : new() { Text = "—" };
}
