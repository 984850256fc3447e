using DrAivBot.Host.Lanes;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Modules;

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

    /// <summary>The first turn of its kind in a module that was just loaded, until disposed; null for any other.</summary>
    public FirstTurn? First { get; private set; }

    /// <summary>Begins a first turn.</summary>
    /// <param name="module">The module in which it is the first of its kind.</param>
    /// <returns>False when another of the module is under way.</returns>
    public bool TryBegin(LoadedModule module)
    {
        First = FirstTurn.TryBegin(module);
        return First is not null;
    }
}
