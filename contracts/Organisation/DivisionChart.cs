namespace DrAivBot.Organisation;

/// <summary>A division with its departments.</summary>
public sealed record DivisionChart
{
    /// <summary>The division.</summary>
    public required Division Division { get; init; }

    /// <summary>Its departments by number.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>The position added to head it; null when it has none, as division 7, which position 19 heads.</summary>
    public Position? Head { get; init; }
}
