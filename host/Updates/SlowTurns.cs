using System.Collections.Concurrent;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Remembers what is slow, by where the user was and what they did: such turns run alone from the start, side by side with
/// others, instead of holding up a group. What has become quick again is forgotten after some turns. The first turn of each
/// kind in a module that was just loaded is slow too: its code is compiled meanwhile.
/// </summary>
internal sealed class SlowTurns
{
    private const int Limit = 1000;

    /// <summary>Weight of the last turn in the average.</summary>
    private const double Weight = 0.2;

    /// <summary>Below this a turn is not worth remembering.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan GivenUp = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TurnKind, double> _averages = new();

    /// <summary>Takes note of how long the handlers of a turn took.</summary>
    public void Measure(TurnAttempt attempt)
    {
        if (attempt.Turn is { } turn)
        {
            ModuleOf(attempt, turn.Routes)?.NoteRan(attempt.Kind);
        }

        if (attempt.Duration < Quick && _averages.IsEmpty)
        {
            return;
        }

        var (kind, took) = (attempt.Kind, attempt.Duration.TotalMilliseconds);
        if (attempt.Duration >= Quick || _averages.ContainsKey(kind))
        {
            var average = _averages.AddOrUpdate(kind, took * Weight, (_, before) => (before * (1 - Weight)) + (took * Weight));
            if (average < 1)
            {
                _averages.TryRemove(kind, out _);
            }
        }

        Bound();
    }

    /// <summary>Takes note of a turn that held up its group for too long.</summary>
    public void NoteGivenUp(TurnAttempt attempt)
    {
        _averages[attempt.Kind] = GivenUp.TotalMilliseconds;
        Bound();
    }

    /// <summary>The module in which it is the first of its kind; null when it is not.</summary>
    public static LoadedModule? NewIn(TurnAttempt attempt, RouteTable routes) =>
        ModuleOf(attempt, routes) is { } module && !module.Ran(attempt.Kind) ? module : null;

    /// <summary>Whether turns of its kind are slow.</summary>
    public bool IsExpected(TurnAttempt attempt) =>
        !_averages.IsEmpty && _averages.TryGetValue(attempt.Kind, out var average) && average > Slow.TotalMilliseconds;

    /// <summary>The module that the turn will most likely call; null when that is not known beforehand, or is the host itself.</summary>
    private static LoadedModule? ModuleOf(TurnAttempt attempt, RouteTable routes)
    {
        var module = attempt.Kind switch
        {
            { Act: { } command } when routes.TryFindCommand(command, out var found) => found.Route.Module,
            { Dialog: not "" } kind => routes.FindDialog(kind.Place, kind.Dialog)?.Module,
            { Place: not "" } kind when routes.TryFindByTag(kind.Place, out var found) => found.Module,
            _ => null,
        };
        return module is { IsCore: false } ? module : null;
    }

    private void Bound()
    {
        if (_averages.Count > Limit)
        {
            _averages.Clear();
        }
    }
}
