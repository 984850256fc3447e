using DrAivBot.Host.Lanes;
using DrAivBot.Host.Metrics;

namespace DrAivBot.Host.Updates;

/// <summary>What a group of turns has come to so far.</summary>
internal sealed class TurnRound
{
    public required TurnWatch.WatchedTurn Watched { get; init; }

    /// <summary>The updates that are not stored, by lane.</summary>
    public required Dictionary<long, FreshUpdate> Fresh { get; init; }

    /// <summary>Those that may not be acknowledged yet.</summary>
    public IEnumerable<FreshUpdate> Unsettled => Fresh.Values.Where(fresh => !fresh.IsSettled);

    /// <summary>Those that cannot have their turn now: they are stored with the commit.</summary>
    public List<OpenedTurn> Kept { get; } = [];

    /// <summary>Lanes to be let go once the transaction has ended, and how.</summary>
    public List<(long Lane, LaneStep Step)> Steps { get; } = [];

    public TurnFlight? Flight { get; set; }

    /// <summary>The only turn of a group of one.</summary>
    public TurnAttempt? Single { get; set; }
}
