namespace DrAivBot.Organisation;

/// <summary>An active member of the company.</summary>
public sealed record Employee
{
    /// <summary>The person.</summary>
    public required UserId UserId { get; init; }

    /// <summary>Their name in this company, untrusted text.</summary>
    public required string Name { get; init; }

    /// <summary>When they joined, UTC.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>The positions they hold, by number, those for the time being included.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Last day of the absence they are in today, in the company's zone; null when they are there.</summary>
    public DateOnly? AbsentUntil { get; init; }

    /// <summary>Whether they are not yet fully trained for a position they hold.</summary>
    public bool IsNewcomer => Positions.Any(position => position.IsNewcomer);
}

/// <summary>A part of a list of members.</summary>
public sealed record EmployeePage
{
    /// <summary>The members of this part, by name.</summary>
    public required IReadOnlyList<Employee> Employees { get; init; }

    /// <summary>How many the whole list has.</summary>
    public required int Total { get; init; }
}
