namespace DrAivBot.Organisation;

/// <summary>A department with its positions.</summary>
public sealed record DepartmentChart
{
    /// <summary>The department.</summary>
    public required Department Department { get; init; }

    /// <summary>Its positions, the head first.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }
}
