namespace DrAivBot.Organisation;

/// <summary>A position with all that its card shows.</summary>
public sealed record PositionCard
{
    /// <summary>The position.</summary>
    public required Position Position { get; init; }

    /// <summary>Name of its division.</summary>
    public required string DivisionName { get; init; }

    /// <summary>Name of its department; null for the head of a division.</summary>
    public string? DepartmentName { get; init; }

    /// <summary>Product of the unit it heads or works in.</summary>
    public required string Product { get; init; }

    /// <summary>What it is measured by.</summary>
    public required Statistic Statistic { get; init; }

    /// <summary>The nearest position above it that decides; null for position 21 and for whatever else its holder holds for good: the owner decides alone.</summary>
    public Position? Superior { get; init; }

    /// <summary>Who stands in for an absent holder today; null when the holder is there or has no deputy.</summary>
    public Holder? Deputy { get; init; }

    /// <summary>Who acts from the position today: the deputy of an absent holder, else the holder; null when nobody does.</summary>
    public Holder? Actor => Deputy ?? Position.Holder;
}
