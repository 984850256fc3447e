using DrAivBot.Organisation;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Company.Staff;

/// <summary>The table of personal links that comes back: the bot keeps none of them.</summary>
internal static class LinkSheet
{
    public static Workbook Of(PostPlan plan, IReadOnlyList<ImportedInvitation> invitations, IText text, DateTimeOffset now) => new()
    {
        Sheets =
        [
            new()
            {
                Name = text.Get("company.import.links.sheet"),
                Title = plan.CompanyName,
                Notes = [text.Get("company.import.links.note")],
                Columns =
                [
                    Column(text, "company.import.column.person", 30), Column(text, "company.import.column.link", 84) with { Wraps = false },
                    Column(text, "company.import.column.until", 22), Column(text, "company.workbook.column.number", 7),
                    Column(text, "company.import.column.post", 40), Column(text, "company.import.column.department", 16),
                ],
                Rows = [.. invitations.Select(IReadOnlyList<Cell> (invitation) => Row(plan.ToAdd[invitation.Index], invitation, text, now))],
                FrozenColumns = 1,
            },
        ],
    };

    private static Cell[] Row(PlannedPost post, ImportedInvitation invitation, IText text, DateTimeOffset now) =>
    [
        Cell.Text(post.Person) with { IsBold = true },
        Cell.Text(invitation.Link.AbsoluteUri),
        Cell.Text(text.FormatInstant(invitation.ExpiresAt, now)),
        Cell.Number(invitation.PositionNumber),
        Cell.Text(post.Post.Name),
        Cell.Number(post.Post.DepartmentNumber),
    ];

    private static SheetColumn Column(IText text, string key, double width) => new() { Title = text.Get(key), Width = width, Wraps = true };
}
