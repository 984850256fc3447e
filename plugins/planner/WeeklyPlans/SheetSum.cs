namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Figures of several people for a week.</summary>
internal sealed record SheetSum
{
    public required int People { get; init; }

    public required int Planned { get; init; }

    public required int Agreed { get; init; }

    public required int Closed { get; init; }

    /// <summary>Mean of the results there are, rounded down; null while there is none.</summary>
    public required int? Percent { get; init; }

    public static SheetSum Of(IReadOnlyCollection<SheetLine> lines)
    {
        var results = lines.Select(line => line.Plan?.Percent).OfType<int>().ToArray();
        return new()
        {
            People = lines.Count,
            Planned = lines.Count(line => line.IsPlanned),
            Agreed = lines.Count(line => line.IsAgreed),
            Closed = results.Length,
            Percent = MeanOf(results.Sum(), results.Length),
        };
    }

    public static int? MeanOf(int sum, int count) => count == 0 ? null : sum / count;
}
