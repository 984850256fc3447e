namespace DrAivBot.Organisation;

/// <summary>Where a position stands in its unit.</summary>
public enum PositionKind
{
    /// <summary>Works in a department.</summary>
    Specialist = 0,

    /// <summary>Heads a department; the 21 seeded positions.</summary>
    DepartmentHead = 1,

    /// <summary>Heads a division.</summary>
    DivisionHead = 2,
}
