using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>A live position held by whoever acts, those for the time being included.</summary>
internal sealed record ActorPost
{
    public required PositionId Id { get; init; }

    public required int Number { get; init; }

    public required PositionKind Kind { get; init; }

    public required int DivisionNumber { get; init; }

    public int? DepartmentNumber { get; init; }

    /// <summary>Whether it heads the unit that another position works in or heads a part of. 19 and 21 rank above the chart and are asked for by name.</summary>
    public bool IsAbove(PositionId position, PositionKind kind, int division, int? department) => Id != position && Kind switch
    {
        PositionKind.DivisionHead => kind != PositionKind.DivisionHead && DivisionNumber == division,
        PositionKind.DepartmentHead => kind == PositionKind.Specialist && DepartmentNumber == department,
        _ => false,
    };
}
