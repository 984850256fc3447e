using DrAivBot.Organisation;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Company.Staff;

/// <summary>The sheet that posts are listed in: the template and how a filled one is understood.</summary>
internal static class PostSheet
{
    /// <summary>An empty table, an example that is never imported, and the numbers of the departments beside it.</summary>
    public static Workbook Template(CompanyChart chart, IText text) => new()
    {
        Sheets =
        [
            new()
            {
                Name = text.Get("company.workbook.posts"),
                Columns = [Column(text, "department", 16), Column(text, "post", 60), Column(text, "person", 36)],
                Rows = [],
            },
            new()
            {
                Name = text.Get("company.import.departments"),
                Columns = [Column(text, "department", 16), Column(text, "name", 50), Column(text, "division", 44)],
                Rows =
                [
                    .. chart.Departments.Select(IReadOnlyList<Cell> (department) =>
                    [
                        Cell.Number(department.Number),
                        Cell.Text(department.Name),
                        Cell.Text(chart.Divisions.First(division => division.Number == department.DivisionNumber).Name),
                    ]),
                ],
            },
        ],
    };

    /// <summary>What a filled sheet asks for, given what there is, where the asker may add, and how many more people can be invited.</summary>
    public static PostPlan Read(IReadOnlyList<SheetLine> lines, CompanyChart chart, IReadOnlyList<int> allowed, int invitationsLeft, IText text)
    {
        var rows = new PostRows(allowed, text);
        foreach (var line in IsHeader(lines) ? lines.Skip(1) : lines)
        {
            rows.Add(SheetRow.Of(line));
        }

        var missing = WithoutPresent(rows.Wanted, chart);
        PlannedPost[] beyond = [.. missing.Where(post => post.Post.Invites).Skip(invitationsLeft)];
        foreach (var post in beyond)
        {
            rows.Refuse(post.Row, "person", text.Get("company.import.error.many", ("max", InvitationLink.MaxActive)));
        }

        return new()
        {
            CompanyName = chart.CompanyName,
            ToAdd = [.. missing.Except(beyond)],
            PresentCount = rows.Wanted.Count - missing.Count,
            Errors = [.. rows.Errors.OrderBy(error => error.Row)],
        };
    }

    /// <summary>Posts that are there already are not added again, so that sending the same file twice does no harm.</summary>
    private static List<PlannedPost> WithoutPresent(IReadOnlyList<PlannedPost> wanted, CompanyChart chart)
    {
        var present = chart.Positions
            .Where(post => post is { Kind: PositionKind.Specialist, DepartmentNumber: not null })
            .GroupBy(post => (post.DepartmentNumber!.Value, post.Name.ToUpperInvariant()))
            .ToDictionary(same => same.Key, same => same.Count());
        var missing = new List<PlannedPost>();
        foreach (var post in wanted)
        {
            if (present.GetValueOrDefault(post.Key) is var left and > 0)
            {
                present[post.Key] = left - 1;
            }
            else
            {
                missing.Add(post);
            }
        }

        return missing;
    }

    private static bool IsHeader(IReadOnlyList<SheetLine> lines) => lines.Count > 0 && !lines[0].At(0).Any(char.IsAsciiDigit);

    private static SheetColumn Column(IText text, string name, double width) => new() { Title = text.Get("company.import.column." + name), Width = width };
}
