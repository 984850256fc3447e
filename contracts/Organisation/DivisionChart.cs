namespace DrAivBot.Organisation;

/// <summary>A division with its departments.</summary>
public sealed record DivisionChart
{
    /// <summary>The division.</summary>
    public required Division Division { get; init; }

    /// <summary>Its departments by number.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }
}
