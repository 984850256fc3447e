using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>A live position as stored, with whoever holds it.</summary>
internal sealed record PositionRow
{
    public required PositionId Id { get; init; }

    public required int Number { get; init; }

    public required PositionKind Kind { get; init; }

    public required int DivisionNumber { get; init; }

    public int? DepartmentNumber { get; init; }

    public string? Name { get; init; }

    public Holder? Holder { get; init; }

    public bool IsDeputy { get; init; }
}
