using System.Collections.Concurrent;
using System.Diagnostics;

namespace DrAivBot.Host.Metrics;

/// <summary>What the host's loops say about themselves, for health and readiness.</summary>
internal sealed class HostCondition
{
    private readonly ConcurrentDictionary<string, long> _beats = new(StringComparer.Ordinal);
    private volatile bool _takesUpdates;
    private volatile bool _tokenIsRefused;

    /// <summary>Whether the way by which updates come in is open.</summary>
    public bool TakesUpdates
    {
        get => _takesUpdates;
        set => _takesUpdates = value;
    }

    /// <summary>Whether Telegram refused the bot's token the last time it was asked for anything.</summary>
    public bool TokenIsRefused
    {
        get => _tokenIsRefused;
        set => _tokenIsRefused = value;
    }

    /// <summary>How long ago each loop went round last, by the time that really passed.</summary>
    public IEnumerable<(string Loop, TimeSpan Ago)> Beats => _beats.Select(beat => (beat.Key, Stopwatch.GetElapsedTime(beat.Value)));

    /// <summary>Says that a loop goes round. Call it once a round.</summary>
    public void Beat(string loop) => _beats[loop] = Stopwatch.GetTimestamp();
}
