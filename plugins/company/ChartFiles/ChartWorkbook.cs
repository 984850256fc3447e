using DrAivBot.Organisation;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Company.ChartFiles;

/// <summary>The structure as a workbook: every post, and everybody who works here.</summary>
internal static class ChartWorkbook
{
    private const int VacantFill = 0xFFF4DE;
    private const int HeadFill = 0xEEF2F7;

    public static Workbook Of(DatedChart chart) => new() { Sheets = [Posts(chart), Staff(chart)] };

    private static Sheet Posts(DatedChart chart)
    {
        var text = chart.Text;
        var divisions = chart.Chart.Divisions.ToDictionary(division => division.Number);
        var departments = chart.Chart.Departments.ToDictionary(department => department.Number);
        var order = chart.Chart.Divisions.Select((division, place) => (division.Number, place)).ToDictionary(entry => entry.Number, entry => entry.place);
        return new()
        {
            Name = text.Get("company.workbook.posts"),
            Title = chart.Chart.CompanyName,
            Notes = [text.Get("company.chartfile.subtitle", ("day", chart.DayText), ("count", chart.PostCount), ("filled", chart.FilledCount))],
            Columns =
            [
                Column(text, "number", 7), Column(text, "post", 34), Column(text, "holder", 30), Column(text, "state", 13),
                Column(text, "division", 28), Column(text, "department", 28), Column(text, "kind", 18), Column(text, "product", 46),
            ],
            Rows =
            [
                .. chart.Chart.Positions.OrderBy(post => order[post.DivisionNumber]).Select(IReadOnlyList<Cell> (post) =>
                    Row(text, post, divisions[post.DivisionNumber], post.DepartmentNumber is { } number ? departments[number] : null)),
            ],
            FrozenColumns = 2,
        };
    }

    private static Cell[] Row(IText text, Position post, Division division, Department? department)
    {
        var fill = post.IsVacant ? VacantFill : post.Kind == PositionKind.Specialist ? (int?)null : HeadFill;
        Cell[] cells =
        [
            Cell.Number(post.Number),
            Cell.Text(post.Name) with { IsBold = post.Kind != PositionKind.Specialist },
            Cell.Text(post.Holder?.Name),
            Cell.Text(text.Get(StateKey(post))),
            Cell.Text(FormattableString.Invariant($"{division.Number} · {division.Name}")),
            Cell.Text(department is null ? null : FormattableString.Invariant($"{department.Number} · {department.Name}")),
            Cell.Text(text.Get(KindKey(post.Kind))),
            Cell.Text(department?.Product ?? division.Product),
        ];
        return [.. cells.Select(cell => cell with { Fill = fill })];
    }

    private static Sheet Staff(DatedChart chart)
    {
        var text = chart.Text;
        var held = chart.Chart.Positions.Where(post => post.Holder is not null).ToLookup(post => post.Holder!.UserId);
        return new()
        {
            Name = text.Get("company.workbook.staff"),
            Title = chart.Chart.CompanyName,
            Notes = [text.Get("company.workbook.staff_note", ("count", chart.Chart.Members.Count), ("day", chart.DayText))],
            Columns = [Column(text, "person", 34), Column(text, "posts", 60), Column(text, "minded", 60), Column(text, "joined", 14)],
            Rows = [.. chart.Chart.Members.Select(IReadOnlyList<Cell> (member) => Row(chart, member, held[member.UserId].ToArray()))],
            FrozenColumns = 1,
        };
    }

    private static Cell[] Row(DatedChart chart, ChartMember member, Position[] posts)
    {
        var own = posts.Where(post => !post.IsVacant).ToArray();
        return
        [
            Cell.Text(member.Name) with { IsBold = true },
            own.Length == 0 ? Cell.Text(chart.Text.Get("company.workbook.no_post")) with { Fill = VacantFill } : Cell.Text(NamesOf(own)),
            Cell.Text(NamesOf(posts.Where(post => post.IsVacant))),
            Cell.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(member.JoinedAt, chart.Zone).DateTime)),
        ];
    }

    private static string NamesOf(IEnumerable<Position> posts) =>
        string.Join('\n', posts.Select(post => FormattableString.Invariant($"{post.Number} · {post.Name}")));

    private static string StateKey(Position post) => post switch
    {
        { Holder: null } => "company.chartfile.vacant",
        { Holder.IsTemporary: true } => "company.chartfile.temporary",
        _ => "company.chartfile.filled",
    };

    private static string KindKey(PositionKind kind) => kind switch
    {
        PositionKind.DivisionHead => "company.workbook.kind.division_head",
        PositionKind.DepartmentHead => "company.workbook.kind.department_head",
        _ => "company.workbook.kind.specialist",
    };

    private static SheetColumn Column(IText text, string name, double width) =>
        new() { Title = text.Get("company.workbook.column." + name), Width = width, Wraps = true };
}
