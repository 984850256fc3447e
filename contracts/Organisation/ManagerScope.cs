namespace DrAivBot.Organisation;

/// <summary>
/// What a member manages: the units their positions head and everything under them. A value: what it covers does not
/// change while it is kept, so ask for it anew in each work. A deputy does not get the scope of whom they stand in for.
/// </summary>
public sealed record ManagerScope
{
    /// <summary>Of somebody who heads nothing.</summary>
    public static ManagerScope None { get; } = new();

    /// <summary>Whether it is the whole company: the owner's and the executive director's. False by default.</summary>
    public bool IsWholeCompany { get; init; }

    /// <summary>Numbers of the divisions headed, 1 to 7. None by default.</summary>
    public IReadOnlyList<int> Divisions { get; init; } = [];

    /// <summary>Numbers of the departments headed, those of the divisions included, 1 to 21. None by default.</summary>
    public IReadOnlyList<int> Departments { get; init; } = [];

    /// <summary>Whether it covers nothing.</summary>
    public bool IsEmpty => !IsWholeCompany && Divisions.Count == 0 && Departments.Count == 0;

    /// <summary>Whether a position is within it, the heading positions themselves included.</summary>
    /// <param name="position">A position of the same company.</param>
    /// <returns>False for what lies outside.</returns>
    public bool Covers(Position position) => IsWholeCompany || (position.DepartmentNumber is { } department
        ? Departments.Contains(department)
        : Divisions.Contains(position.DivisionNumber));
}
