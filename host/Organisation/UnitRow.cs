namespace DrAivBot.Host.Organisation;

/// <summary>A division or department as stored: a null name is the board's.</summary>
internal sealed record UnitRow
{
    public required int Number { get; init; }

    public string? Name { get; init; }

    public required int PositionCount { get; init; }

    public required int FilledCount { get; init; }
}
