using DrAivBot.Organisation;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Company.ChartFiles;

/// <summary>Turns the structure into boards to be drawn: the whole one, then a page for each division.</summary>
internal static class ChartPictures
{
    public static IReadOnlyList<OrgBoardPicture> Of(DatedChart chart)
    {
        var posts = chart.Chart.Positions.ToLookup(post => (post.DivisionNumber, post.DepartmentNumber));
        OrgBoardDivision[] divisions = [.. chart.Chart.Divisions.Select(division => Division(division, chart.Chart, posts))];
        var whole = new OrgBoardPicture
        {
            Title = chart.Chart.CompanyName,
            Subtitle = chart.Text.Get("company.chartfile.subtitle", ("day", chart.DayText), ("count", chart.PostCount), ("filled", chart.FilledCount)),
            Divisions = divisions,
            Words = Words(chart.Text),
        };
        return [whole, .. divisions.Select(division => whole with { Divisions = [division], Subtitle = chart.Text.Get("company.chartfile.subtitle_page", ("day", chart.DayText)) })];
    }

    private static OrgBoardDivision Division(Division division, CompanyChart chart, ILookup<(int, int?), Position> posts) => new()
    {
        Number = division.Number,
        Name = division.Name,
        Product = division.Product,
        Head = posts[(division.Number, null)].Select(Post).FirstOrDefault(),
        Departments =
        [
            .. chart.Departments.Where(department => department.DivisionNumber == division.Number).Select(department => new OrgBoardDepartment
            {
                Number = department.Number,
                Name = department.Name,
                Product = department.Product,
                Posts = [.. posts[(division.Number, department.Number)].Select(Post)],
            }),
        ],
    };

    private static OrgBoardPost Post(Position post) => new()
    {
        Number = post.Number,
        Name = post.Name,
        Holder = post.Holder?.Name,
        IsTemporary = post.Holder is { IsTemporary: true },
        IsHead = post.Kind != PositionKind.Specialist,
    };

    private static OrgBoardWords Words(IText text) => new()
    {
        Product = text.Get("company.chartfile.product"),
        Vacant = text.Get("company.chartfile.vacant"),
        Temporary = text.Get("company.chartfile.temporary"),
        Filled = text.Get("company.chartfile.filled"),
        More = count => text.Get("company.chartfile.more", ("count", count)),
        Count = (filled, count) => text.Get("company.chartfile.count", ("filled", filled), ("count", count)),
    };
}
