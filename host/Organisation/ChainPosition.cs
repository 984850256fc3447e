using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>A live position as the superior algorithm sees it.</summary>
internal sealed record ChainPosition
{
    public required PositionId Id { get; init; }

    public required int Number { get; init; }

    public required PositionKind Kind { get; init; }

    public required int DivisionNumber { get; init; }

    public int? DepartmentNumber { get; init; }

    /// <summary>Who holds it, for good or for the time being; null when nobody does.</summary>
    public UserId? Holder { get; init; }

    /// <summary>Who stands in for the holder today; null when the holder is there or has no deputy.</summary>
    public UserId? Deputy { get; init; }

    public static ChainPosition Of(CardRow row) => new()
    {
        Id = row.Position.Id,
        Number = row.Position.Number,
        Kind = row.Position.Kind,
        DivisionNumber = row.Position.DivisionNumber,
        DepartmentNumber = row.Position.DepartmentNumber,
        Holder = row.Position.Holder?.UserId,
        Deputy = row.Deputy?.UserId,
    };
}

/// <summary>One step up: the position that decides and the person who acts for it today.</summary>
internal sealed record ChainStep
{
    public required PositionId Position { get; init; }

    public required UserId Actor { get; init; }
}
