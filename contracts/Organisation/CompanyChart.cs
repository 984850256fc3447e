namespace DrAivBot.Organisation;

/// <summary>The whole chart of a company with its people, for what is made of all of it: pictures, workbooks, comparisons.</summary>
public sealed record CompanyChart
{
    /// <summary>The company's name, untrusted text.</summary>
    public required string CompanyName { get; init; }

    /// <summary>The divisions in the order of the board: 7, 1, 2 … 6.</summary>
    public required IReadOnlyList<Division> Divisions { get; init; }

    /// <summary>The departments by number.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>The positions: by department, heads first, then by number; archived ones left out.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>The active members by name, those without a position included.</summary>
    public required IReadOnlyList<ChartMember> Members { get; init; }
}

/// <summary>A member of a company in its chart.</summary>
public sealed record ChartMember
{
    /// <summary>The member.</summary>
    public required UserId UserId { get; init; }

    /// <summary>The name, untrusted text.</summary>
    public required string Name { get; init; }

    /// <summary>When the person joined, UTC.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>IANA name of the zone where times are shown to them: their own, else the company's. <c>UTC</c> by default.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Last day of the absence they are in today, in the company's zone; null, the default, when they are there.</summary>
    public DateOnly? AbsentUntil { get; init; }
}
