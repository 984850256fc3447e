using System.Collections.Concurrent;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Remembers for a while what was slow, by where the user was and what they did: such turns run alone from the start,
/// instead of holding up a group first.
/// </summary>
internal sealed class SlowTurns(TimeProvider time)
{
    private const int Limit = 1000;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Place, object Act), long> _slow = new();

    public void Note(TurnAttempt attempt)
    {
        if (_slow.Count >= Limit)
        {
            _slow.Clear();
        }

        _slow[KeyOf(attempt)] = time.GetTimestamp();
    }

    public bool IsExpected(TurnAttempt attempt)
    {
        if (_slow.IsEmpty || !_slow.TryGetValue(KeyOf(attempt), out var noted))
        {
            return false;
        }

        if (time.GetElapsedTime(noted) < Memory)
        {
            return true;
        }

        _slow.TryRemove(KeyOf(attempt), out _);
        return false;
    }

    private static (string Place, object Act) KeyOf(TurnAttempt attempt) => (
        attempt.Opened.Session.Data switch
        {
            { Dialog: { } dialog } => $"{dialog.Module}.{dialog.Id}/{dialog.Step}",
            { Place: { } place } => place.Tag,
            _ => "",
        },
        attempt.Update.Command ?? (object)attempt.Update.Kind);
}
