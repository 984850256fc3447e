using DrAivBot.Host.Database;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>
/// The one rule for which posts somebody may fill, by appointing or by inviting, as their own posts say: the owner and the
/// holder of 19 any but 21, the head of department 1 any but 19 to 21, the head of a unit what is below in the unit.
/// Position 21 itself changes hands otherwise.
/// </summary>
internal sealed record PostScope
{
    /// <summary>The same for a position <c>p</c>; parameters 2 to 6 are those of <see cref="Parameters"/>.</summary>
    public const string Condition = """
        (($2 and p.number <> all($3))
            or ((p.department_number = any($4) or p.division_number = any($5)) and p.id <> all($6)))
        """;

    private PostScope()
    {
    }

    private bool IsWhole { get; init; }

    /// <summary>Numbers of posts that the whole does not hold.</summary>
    private int[] Excluded { get; init; } = [];

    /// <summary>Departments whose posts it holds.</summary>
    private int[] Departments { get; init; } = [];

    /// <summary>Divisions whose posts it holds.</summary>
    private int[] Divisions { get; init; } = [];

    /// <summary>The person's own posts, which the head of a unit is not above.</summary>
    private PositionId[] Own { get; init; } = [];

    public static PostScope Of(IReadOnlyList<ActorPost> own)
    {
        var governs = own.Any(post => post.Number is OrgBoard.OwnerNumber or OrgBoard.ExecutiveNumber);
        return new()
        {
            IsWhole = governs || own.Any(post => post.Number == OrgBoard.PersonnelNumber),
            Excluded = governs ? [OrgBoard.OwnerNumber] : [OrgBoard.ExecutiveNumber, OrgBoard.ExecutiveNumber + 1, OrgBoard.OwnerNumber],
            Departments = [.. own.Where(post => post.Kind == PositionKind.DepartmentHead).Select(post => post.DepartmentNumber!.Value)],
            Divisions = [.. own.Where(post => post.Kind == PositionKind.DivisionHead).Select(post => post.DivisionNumber)],
            Own = [.. own.Select(post => post.Id)],
        };
    }

    public bool Covers(PositionRow post) =>
        (IsWhole && !Excluded.Contains(post.Number))
        || (!Own.Contains(post.Id) && ((post.DepartmentNumber is { } department && Departments.Contains(department)) || Divisions.Contains(post.DivisionNumber)));

    public NpgsqlParameter[] Parameters() =>
    [
        new NpgsqlParameter<bool> { TypedValue = IsWhole },
        Sql.Values(Excluded),
        Sql.Values(Departments),
        Sql.Values(Divisions),
        Sql.Values([.. Own.Select(post => post.Value)]),
    ];
}
