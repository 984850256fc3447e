using System.Collections.Concurrent;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Remembers what is slow, by where the user was and what they did: such turns run alone from the start, side by side with
/// others, instead of holding up a group. What has become quick again is forgotten after some turns.
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

    private readonly ConcurrentDictionary<Kind, double> _averages = new();

    /// <summary>Takes note of how long the handlers of a turn took.</summary>
    public void Measure(TurnAttempt attempt)
    {
        if (attempt.Duration < Quick && _averages.IsEmpty)
        {
            return;
        }

        var (kind, took) = (KindOf(attempt), attempt.Duration.TotalMilliseconds);
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
        _averages[KindOf(attempt)] = GivenUp.TotalMilliseconds;
        Bound();
    }

    /// <summary>Whether turns of its kind are slow.</summary>
    public bool IsExpected(TurnAttempt attempt) =>
        !_averages.IsEmpty && _averages.TryGetValue(KindOf(attempt), out var average) && average > Slow.TotalMilliseconds;

    private void Bound()
    {
        if (_averages.Count > Limit)
        {
            _averages.Clear();
        }
    }

    private static Kind KindOf(TurnAttempt attempt)
    {
        var act = attempt.Update.Command ?? attempt.Update.Kind.ToString();
        return attempt.Opened.Session.Data switch
        {
            { Dialog: { } dialog } => new(dialog.Module, dialog.Id, dialog.Step, act),
            { Place: { } place } => new(place.Tag, "", "", act),
            _ => new("", "", "", act),
        };
    }

    private readonly record struct Kind(string Place, string Dialog, string Step, string Act);
}
