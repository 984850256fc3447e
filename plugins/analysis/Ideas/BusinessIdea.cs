namespace DrAivBot.Analysis.Ideas;

/// <summary>A business idea in numbers, and what follows from them.</summary>
internal sealed record BusinessIdea
{
    private const int MonthsOfYear = 12;

    public required Guid Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Of one unit.</summary>
    public required decimal Price { get; init; }

    /// <summary>Of one unit.</summary>
    public required decimal UnitCost { get; init; }

    /// <summary>Units a month.</summary>
    public required decimal Volume { get; init; }

    /// <summary>A month.</summary>
    public required decimal FixedCosts { get; init; }

    public required decimal Investment { get; init; }

    public required string Currency { get; init; }

    /// <summary>A month.</summary>
    public decimal Profit => (Volume * (Price - UnitCost)) - FixedCosts;

    /// <summary>Whether the investment ever comes back.</summary>
    public bool PaysOff => Price > UnitCost && Profit > 0;

    /// <summary>Units a month without loss; null when no number of units brings that.</summary>
    public decimal? BreakEven => Price > UnitCost ? FixedCosts / (Price - UnitCost) : null;

    /// <summary>Months; null when it never comes back.</summary>
    public decimal? Payback => PaysOff ? Investment / Profit : null;

    /// <summary>In 12 months, as a share of the investment; null when it never comes back, and without an investment.</summary>
    public decimal? YearReturn => PaysOff && Investment > 0 ? ((MonthsOfYear * Profit) - Investment) / Investment : null;
}
