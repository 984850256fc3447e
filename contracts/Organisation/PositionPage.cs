namespace DrAivBot.Organisation;

/// <summary>A part of a list of positions.</summary>
public sealed record PositionPage
{
    /// <summary>The positions of this part.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>How many the whole list has.</summary>
    public required int Total { get; init; }
}
