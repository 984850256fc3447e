namespace DrAivBot.Host.Modules.Bulkheads;

/// <summary>
/// Whether one version of a module may run, by what its last turns and jobs came to. As long as nothing fails, a look at
/// it is one read and it keeps no account. Times are those of one clock that only goes forward.
/// </summary>
internal sealed class Breaker
{
    /// <summary>What a turn or job that did not come back in time weighs; one that threw weighs 1.</summary>
    public const int HangWeight = 3;

    private const int Window = 20;
    private const int Enough = 10;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    /// <summary>How long a probe keeps others out when nothing is heard of it: what it was part of may have been rolled back.</summary>
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Queue<(TimeSpan At, int Weight)> _outcomes = new();
    private volatile bool _isTroubled;
    private volatile bool _isOpen;
    private bool _isProbed;
    private TimeSpan _nextProbe;

    /// <summary>Whether the module rests.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Why the module rests; empty while it does not.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>How long it rests before it is tried again.</summary>
    public TimeSpan Rest { get; private set; } = FirstRest;

    /// <summary>Whether <see cref="TryEnter"/> would say yes.</summary>
    public bool IsPassable(TimeSpan now)
    {
        if (!_isOpen)
        {
            return true;
        }

        lock (_gate)
        {
            return !_isOpen || now >= _nextProbe;
        }
    }

    /// <summary>Whether code of the module may run now. While it rests, one probe at a time may, once the rest is over.</summary>
    public bool TryEnter(TimeSpan now)
    {
        if (!_isOpen)
        {
            return true;
        }

        lock (_gate)
        {
            if (_isOpen && now < _nextProbe)
            {
                return false;
            }

            (_isProbed, _nextProbe) = (_isOpen, now + ProbePatience);
            return true;
        }
    }

    /// <summary>Notes what was done as it should be.</summary>
    /// <returns>Whether that ended the module's rest.</returns>
    public bool Succeed(TimeSpan now)
    {
        if (!_isTroubled)
        {
            return false;
        }

        lock (_gate)
        {
            // What began before the module had to rest may end well; only a probe says that it is well again.
            if (_isOpen)
            {
                if (!_isProbed)
                {
                    return false;
                }

                (_isOpen, _isTroubled, _isProbed, Reason, Rest) = (false, false, false, "", FirstRest);
                _outcomes.Clear();
                return true;
            }

            Remember(now, 0);
            _isTroubled = _outcomes.Any(outcome => outcome.Weight > 0);
            return false;
        }
    }

    /// <summary>Notes a failure.</summary>
    /// <param name="weight">1, or <see cref="HangWeight"/>.</param>
    /// <param name="words">What failed, for the reason.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether the module rests from now on, or rests again.</returns>
    public bool Fail(int weight, string words, TimeSpan now)
    {
        lock (_gate)
        {
            if (_isOpen)
            {
                if (!_isProbed)
                {
                    return false;
                }

                var longer = Rest * 2;
                Open(longer < LongestRest ? longer : LongestRest, $"It was tried again and failed: {words}.", now);
                return true;
            }

            Remember(now, weight);
            _isTroubled = true;
            var failed = _outcomes.Count(outcome => outcome.Weight > 0);
            if (_outcomes.Sum(outcome => outcome.Weight) < Enough || failed * 2 < _outcomes.Count)
            {
                return false;
            }

            Open(FirstRest, $"{failed} of its last {_outcomes.Count} turns and jobs failed within a minute, the last: {words}.", now);
            return true;
        }
    }

    /// <summary>Begins anew, with a clean account.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            (_isOpen, _isTroubled, _isProbed, Reason, Rest) = (false, false, false, "", FirstRest);
            _outcomes.Clear();
        }
    }

    private void Open(TimeSpan rest, string reason, TimeSpan now)
    {
        (Rest, Reason, _nextProbe, _isProbed) = (rest, reason, now + rest, false);
        _isOpen = true;
    }

    private void Remember(TimeSpan now, int weight)
    {
        _outcomes.Enqueue((now, weight));
        while (_outcomes.Count > Window || _outcomes.Peek().At < now - Memory)
        {
            _outcomes.Dequeue();
        }
    }
}
