namespace DrAivBot.Organisation;

/// <summary>One of the 21 departments of a company.</summary>
public sealed record Department
{
    /// <summary>1 to 21; never changes.</summary>
    public required int Number { get; init; }

    /// <summary>Number of its division, 1 to 7.</summary>
    public required int DivisionNumber { get; init; }

    /// <summary>Name in the user's language, or as the company renamed it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>What it does, a few short lines.</summary>
    public required IReadOnlyList<string> Functions { get; init; }

    /// <summary>Its product: the finished result somebody else needs and accepts.</summary>
    public required string Product { get; init; }

    /// <summary>What it is measured by.</summary>
    public required Statistic Statistic { get; init; }

    /// <summary>How many positions it has, archived ones left out.</summary>
    public required int PositionCount { get; init; }

    /// <summary>How many of them are filled; temporary holdings count as vacant.</summary>
    public required int FilledCount { get; init; }
}
