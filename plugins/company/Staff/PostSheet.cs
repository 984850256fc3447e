using System.Globalization;
using DrAivBot.Organisation;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Company.Staff;

/// <summary>The sheet that posts are listed in: the template and how a filled one is understood.</summary>
internal static class PostSheet
{
    public const int MinName = 2;
    public const int MaxName = 80;
    private const int Departments = 21;

    /// <summary>An empty table, an example that is never imported, and the numbers of the departments beside it.</summary>
    public static Workbook Template(CompanyChart chart, IText text) => new()
    {
        Sheets =
        [
            new()
            {
                Name = text.Get("company.workbook.posts"),
                Columns = [Column(text, "department", 16), Column(text, "post", 60)],
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

    /// <summary>What a filled sheet asks for, given what there is and where the asker may add.</summary>
    public static PostPlan Read(IReadOnlyList<SheetLine> lines, CompanyChart chart, IReadOnlyList<int> allowed, IText text)
    {
        var errors = new List<PostRowError>();
        var wanted = new List<ImportedPost>();
        foreach (var line in IsHeader(lines) ? lines.Skip(1) : lines)
        {
            var name = Squeeze(line.At(1));
            if (RefuseDepartment(line.At(0), allowed, text, out var department) is { } wrongDepartment)
            {
                errors.Add(new(line.Number, text.Get("company.import.column.department"), wrongDepartment));
            }
            else if (RefuseName(name, text) is { } wrongName)
            {
                errors.Add(new(line.Number, text.Get("company.import.column.post"), wrongName));
            }
            else
            {
                wanted.Add(new() { DepartmentNumber = department, Name = name });
            }
        }

        var missing = WithoutPresent(wanted, chart);
        return new() { ToAdd = missing, PresentCount = wanted.Count - missing.Count, Errors = errors };
    }

    /// <summary>Posts that are there already are not added again, so that sending the same file twice does no harm.</summary>
    private static List<ImportedPost> WithoutPresent(List<ImportedPost> wanted, CompanyChart chart)
    {
        var present = chart.Positions
            .Where(post => post is { Kind: PositionKind.Specialist, DepartmentNumber: not null })
            .GroupBy(post => (post.DepartmentNumber!.Value, post.Name.ToUpperInvariant()))
            .ToDictionary(same => same.Key, same => same.Count());
        var missing = new List<ImportedPost>();
        foreach (var post in wanted)
        {
            var key = (post.DepartmentNumber, post.Name.ToUpperInvariant());
            if (present.GetValueOrDefault(key) is var left and > 0)
            {
                present[key] = left - 1;
            }
            else
            {
                missing.Add(post);
            }
        }

        return missing;
    }

    private static bool IsHeader(IReadOnlyList<SheetLine> lines) => lines.Count > 0 && !lines[0].At(0).Any(char.IsAsciiDigit);

    private static string? RefuseDepartment(string cell, IReadOnlyList<int> allowed, IText text, out int number)
    {
        // «6 · Отдел продаж», as the bot's own table writes it, is understood too.
        var digits = string.Concat(cell.TakeWhile(char.IsAsciiDigit));
        return !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > Departments
            ? text.Get(cell.Length == 0 ? "company.import.error.no_department" : "company.import.error.department", ("value", Show(cell)))
            : allowed.Contains(number) ? null : text.Get("company.import.error.right", ("number", number));
    }

    private static string? RefuseName(string name, IText text) => name switch
    {
        "" => text.Get("company.import.error.no_name"),
        { Length: < MinName or > MaxName } => text.Get("company.import.error.length", ("value", Show(name)), ("min", MinName), ("max", MaxName)),
        _ when !name.Any(char.IsLetter) => text.Get("company.import.error.letter", ("value", Show(name))),
        _ => null,
    };

    private static string Squeeze(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Show(string value) => value.Length <= 30 ? value : value[..30] + "…";

    private static SheetColumn Column(IText text, string name, double width) => new() { Title = text.Get("company.import.column." + name), Width = width };
}
