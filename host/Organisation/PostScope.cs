using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>
/// Which posts somebody may fill by inviting, as their own posts say: the owner any but 21, the holder of 19 too, the head
/// of department 1 any but 19 to 21, the head of a unit the posts of the unit but their own.
/// </summary>
internal sealed record PostScope
{
    private const int PersonnelDepartment = 1;

    /// <summary>Whether it reaches over the whole chart.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Numbers of posts that the whole does not hold.</summary>
    public IReadOnlyList<int> Excluded { get; private init; } = [];

    /// <summary>Departments whose posts it holds.</summary>
    public IReadOnlyList<int> Departments { get; private init; } = [];

    /// <summary>Divisions whose posts it holds.</summary>
    public IReadOnlyList<int> Divisions { get; private init; } = [];

    /// <summary>The person's own posts, which nobody fills for themselves.</summary>
    public IReadOnlyList<PositionId> Own { get; private init; } = [];

    public bool IsEmpty => !IsWhole && Departments.Count == 0 && Divisions.Count == 0;

    public static PostScope Of(IReadOnlyList<PositionRow> own)
    {
        var leads = own.Any(post => post.Number is OrgBoard.OwnerNumber or OrgBoard.ExecutiveNumber);
        var isPersonnel = own.Any(post => post.Kind == PositionKind.DepartmentHead && post.DepartmentNumber == PersonnelDepartment);
        return new()
        {
            IsWhole = leads || isPersonnel,
            Excluded = leads ? [OrgBoard.OwnerNumber] : [OrgBoard.ExecutiveNumber, OrgBoard.ExecutiveNumber + 1, OrgBoard.OwnerNumber],
            Departments = [.. own.Where(post => post.Kind == PositionKind.DepartmentHead).Select(post => post.DepartmentNumber!.Value)],
            Divisions = [.. own.Where(post => post.Kind == PositionKind.DivisionHead).Select(post => post.DivisionNumber)],
            Own = [.. own.Select(post => post.Id)],
        };
    }

    public bool Covers(PositionRow post) =>
        post.Number != OrgBoard.OwnerNumber
        && ((IsWhole && !Excluded.Contains(post.Number))
            || (!Own.Contains(post.Id) && ((post.DepartmentNumber is { } department && Departments.Contains(department)) || Divisions.Contains(post.DivisionNumber))));
}
