namespace DrAivBot.Host.Modules;

/// <summary>A deep link's prefix and the place it opens.</summary>
internal sealed record DeepLinkRoute
{
    public required string Prefix { get; init; }

    public required ScreenRoute Route { get; init; }

    /// <summary>Module code: turns what follows the prefix into the place. What it throws belongs to the turn.</summary>
    public required Func<string, object> Place { get; init; }
}
