using DrAivBot.Organisation;

namespace DrAivBot.Company.Staff;

/// <summary>A row that can be imported.</summary>
/// <param name="Row">As the table program numbers it.</param>
/// <param name="Post">What would be added.</param>
/// <param name="Person">Who is invited; empty for nobody.</param>
internal sealed record PlannedPost(int Row, ImportedPost Post, string Person)
{
    public (int Department, string Name) Key => (Post.DepartmentNumber, Post.Name.ToUpperInvariant());
}
