using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>A position with what only its card needs.</summary>
internal sealed record CardRow
{
    public required PositionRow Position { get; init; }

    public string? DivisionName { get; init; }

    public string? DepartmentName { get; init; }

    /// <summary>Who stands in for the holder today.</summary>
    public Holder? Deputy { get; init; }
}
