using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>What a unit of the board is measured by.</summary>
internal sealed record BoardStatistic
{
    public required string Ru { get; init; }

    public required string En { get; init; }

    public required BoardUnit Unit { get; init; }

    public required string Direction { get; init; }

    public Statistic In(string language) => new()
    {
        Name = OrgBoard.Choose(language, Ru, En),
        Unit = OrgBoard.Choose(language, Unit.Ru, Unit.En),
        IsInverted = string.Equals(Direction, "inverted", StringComparison.Ordinal),
    };
}

/// <summary>The unit a statistic is counted in.</summary>
internal sealed record BoardUnit
{
    public required string Ru { get; init; }

    public required string En { get; init; }
}

/// <summary>The name of the post at the head of a unit.</summary>
internal sealed record BoardHead
{
    public required string Ru { get; init; }

    public required string En { get; init; }

    public string Name(string language) => OrgBoard.Choose(language, Ru, En);
}
