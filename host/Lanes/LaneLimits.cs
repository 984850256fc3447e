namespace DrAivBot.Host.Lanes;

/// <summary>How much a queue of lanes runs side by side.</summary>
internal sealed record LaneLimits
{
    /// <summary>Groups that are quick; few, because what waits for them goes together.</summary>
    public required int Slots { get; init; }

    /// <summary>Groups in all, those included that gave up their slot because they are slow.</summary>
    public required int Most { get; init; }

    /// <summary>Lanes in one group at most.</summary>
    public required int Group { get; init; }

    /// <summary>Single lanes, so many side by side.</summary>
    public static LaneLimits Single(int concurrency) => new() { Slots = concurrency, Most = concurrency, Group = 1 };
}
