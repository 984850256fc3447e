namespace DrAivBot.Rig;

/// <summary>Serves getUpdates: a backlog that never runs dry (rate 0) or arrivals on a schedule.</summary>
internal sealed class PollingDriver
{
    private const int BatchSize = 100;

    private readonly Reactor _reactor;
    private readonly Options _options;
    private readonly Script _script;
    private readonly BotApi _api;
    private readonly LinkedList<Turn> _pending = new();
    private bool _running;
    private long _nextDue;
    private int _handedOut, _answered;

    public PollingDriver(Reactor reactor, Options options, Script script, BotApi api)
    {
        (_reactor, _options, _script, _api) = (reactor, options, script, api);
        api.Replied = _ => OnAnswered();
        api.GetUpdates = Take;
    }

    public bool Polled { get; private set; }
    private int Outstanding => InFlight + _pending.Count(turn => !turn.Posted);

    public int InFlight => _handedOut - _answered;

    public void Start()
    {
        _running = true;
        if (_options.Rate > 0) { _nextDue = Reactor.Now; Scheduled(); }
        _api.Offer();
    }

    /// <summary>Whoever waits is answered once a whole batch is free again: a backlog comes in full batches.</summary>
    private void OnAnswered()
    {
        _answered++;
        if (_running && _options.Rate == 0 && InFlight <= Math.Max(0, _options.Backlog - BatchSize))
        {
            _api.Offer();
        }
    }

    public void Stop()
    {
        _running = false;
        if (_options.Rate > 0)
        {
            return;
        }

        while (_pending.Last is { Value.Posted: false }) { _pending.RemoveLast(); } // backlog that was never handed out
    }

    private void Scheduled()
    {
        long now = Reactor.Now;
        bool any = false;
        while (_running && _nextDue <= now)
        {
            if (_script.PickUser() is { } user)
            {
                var turn = _script.Create(user);
                turn.StartTicks = _nextDue;
                _pending.AddLast(turn);
                any = true;
            }

            _nextDue += Reactor.Ticks(_script.NextGapSeconds(_options.Rate));
        }
        if (any)
        {
            _api.Offer();
        }

        if (_running)
        {
            _reactor.At(_nextDue, Scheduled);
        }
    }

    private IReadOnlyList<Turn> Take(int offset, int limit)
    {
        Polled = true;
        while (_pending.First is { } first && first.Value.UpdateId < offset)
        {
            _pending.RemoveFirst();
        }

        if (_running && _options.Rate == 0)
        {
            while (_pending.Count < limit && Outstanding < _options.Backlog && _script.PickUser() is { } user)
            {
                _pending.AddLast(_script.Create(user));
            }
        }

        var batch = new List<Turn>(limit);
        foreach (var turn in _pending)
        {
            if (batch.Count == limit)
            {
                break;
            }

            if (!turn.Posted)
            {
                turn.Posted = true;
                _handedOut++;
                if (turn.StartTicks == 0)
                {
                    turn.StartTicks = Reactor.Now;
                }
            }
            batch.Add(turn);
        }
        return batch;
    }
}
