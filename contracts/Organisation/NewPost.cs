namespace DrAivBot.Organisation;

/// <summary>A position to be added to the chart.</summary>
public sealed record NewPost
{
    /// <summary><see cref="PositionKind.Specialist"/> or <see cref="PositionKind.DivisionHead"/>; the heads of departments are there from the start.</summary>
    public required PositionKind Kind { get; init; }

    /// <summary>The department a specialist works in, 1 to 21, or the division to be headed, 1 to 6.</summary>
    public required int UnitNumber { get; init; }

    /// <summary>Its name, checked with <see cref="UnitName"/>. Null, the default, only for the head of a division: the board's name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is a deputy's position in its department. False by default; ignored for a division's head.</summary>
    public bool IsDeputy { get; init; }
}
