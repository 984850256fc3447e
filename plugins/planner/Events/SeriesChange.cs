namespace DrAivBot.Planner.Events;

/// <summary>One time of a series that differs from its rule. What is null is as the series has it.</summary>
internal sealed record SeriesChange
{
    /// <summary>The local start the rule gives.</summary>
    public required DateTime OriginalStart { get; init; }

    public bool IsCancelled { get; init; }

    public DateTime? Start { get; init; }

    public DateTime? End { get; init; }

    public string? Title { get; init; }

    /// <summary>Empty for no place at all.</summary>
    public string? Place { get; init; }
}
