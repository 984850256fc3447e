namespace DrAivBot.Rig;

/// <summary>
/// Posts updates to the bot's webhook. Like the real Bot API server (WebhookActor's per-chat queues) it never has two
/// updates of one user in flight: the next one goes out after the 200 for the one before.
/// </summary>
internal sealed class WebhookDriver
{
    private const int MaxWaiting = 4;
    private const int MaxFull = 100;

    private sealed class UserQueue { public bool Busy; public readonly Queue<Turn> Waiting = new(); }

    private readonly Reactor _reactor;
    private readonly Options _options;
    private readonly Script _script;
    private readonly IReadOnlyList<int> _ports;
    private readonly UserQueue[] _users;
    private readonly Stack<Connection> _idle = new();
    private readonly Queue<Turn> _noConnection = new();
    private readonly ByteBuffer _body = new(4096);
    private readonly byte[] _head;
    private byte[] _scratch = new byte[4096];
    private int _connected, _connections, _inFlight;
    private bool _running;
    private long _nextDue;

    public int HttpErrors, ConnectionErrors, Redelivered;

    private readonly BotApi _api;

    public WebhookDriver(Reactor reactor, Options options, Script script, BotApi api, string url, string secret)
    {
        (_reactor, _options, _script) = (reactor, options, script);
        var uri = new Uri(url);
        _ports = options.HookPorts is { Count: > 0 } several ? several : [uri.Port];
        _users = [.. Enumerable.Range(0, options.Users).Select(_ => new UserQueue())];
        var secretLine = secret.Length > 0 ? $"X-Telegram-Bot-Api-Secret-Token: {secret}\r\n" : "";
        _head = System.Text.Encoding.ASCII.GetBytes($"POST {uri.PathAndQuery} HTTP/1.1\r\nHost: 127.0.0.1\r\n{secretLine}Content-Type: application/json\r\nConnection: keep-alive\r\nAccept-Encoding: gzip, deflate\r\nContent-Length: ");
        _api = api;
        api.Replied = OnReplied;
    }

    private int MaxConnections => _options.Rate > 0 ? 100 : _options.InFlight; // 100 is the Bot API's own maximum

    public void Start()
    {
        _running = true;
        if (_options.Rate > 0)
        {
            _nextDue = Reactor.Now;
            Scheduled();
            return;
        }
        for (int i = 0; i < _options.InFlight; i++)
        {
            Fill();
        }
    }

    public void Stop() => _running = false;
    public int InFlight => _inFlight + _noConnection.Count;

    /// <summary>Closed loop: keep InFlight turns in flight. A user who is busy gets the new turn in his queue.</summary>
    private void Fill()
    {
        for (int full = 0; _running && _inFlight < _options.InFlight && full < MaxFull && _script.PickUser() is { } user;)
        {
            var q = _users[user];
            if (!q.Busy)
            {
                Post(_script.Create(user));
            }
            else if (q.Waiting.Count < MaxWaiting)
            {
                q.Waiting.Enqueue(_script.Create(user));
            }
            else
            {
                full++;
            }
        }
    }

    private void Scheduled()
    {
        long now = Reactor.Now;
        while (_running && _nextDue <= now)
        {
            if (_script.PickUser() is { } user)
            {
                var turn = _script.Create(user);
                turn.StartTicks = _nextDue;
                if (_users[user].Busy)
                {
                    _users[user].Waiting.Enqueue(turn);
                }
                else
                {
                    Post(turn);
                }
            }

            _nextDue += Reactor.Ticks(_script.NextGapSeconds(_options.Rate));
        }
        if (_running)
        {
            _reactor.At(_nextDue, Scheduled);
        }
    }

    private void Post(Turn turn)
    {
        _users[turn.User].Busy = true;
        if (!turn.Posted) { turn.Posted = true; _inFlight++; }
        if (!_idle.TryPop(out var c))
        {
            if (_connections >= MaxConnections || (c = _reactor.Connect(_ports[_connected++ % _ports.Count], OnInput, OnClosed)) is null) { _noConnection.Enqueue(turn); return; }
            _connections++;
        }
        if (turn.StartTicks == 0)
        {
            turn.StartTicks = Reactor.Now;
        }

        c.Tag = turn;
        _body.Clear();
        _script.Write(_body, turn);
        c.Output.Add(_head).Add(_body.Length).Add("\r\n\r\n"u8).Add(_body.Span);
        _reactor.Flush(c);
    }

    private bool OnInput(Connection c)
    {
        var m = Http.Parse(c.Input.AsSpan(0, c.InputLength), response: true, ref _scratch);
        if (m.Length == 0)
        {
            return true;
        }

        if (m.Body.Length > 0)
        {
            _api.NoteReply(m.Body);
        }

        c.Consume(m.Length);
        var turn = (Turn?)c.Tag;
        c.Tag = null;
        bool keep = !m.Close;
        if (keep)
        {
            _idle.Push(c);
        }

        if (turn is null)
        {
            return keep;
        }

        if (m.Status is >= 200 and < 300) { OnAcked(turn); } else { HttpErrors++; Retry(turn); }
        return keep;
    }

    private void OnAcked(Turn turn)
    {
        var q = _users[turn.User];
        q.Busy = false;
        turn.Acked = true;
        if (turn.Redelivery) { _inFlight--; }
        else
        {
            Finish(turn);
        }

        if (!q.Busy && q.Waiting.TryDequeue(out var next))
        {
            Post(next);
        }

        if (_noConnection.Count > 0 && _idle.Count > 0)
        {
            Post(_noConnection.Dequeue());
        }

        if (_options.Rate == 0)
        {
            Fill();
        }
    }

    private void OnReplied(Turn turn)
    {
        Finish(turn);
        if (_options.Rate == 0)
        {
            Fill();
        }
    }

    private void Finish(Turn turn)
    {
        if (!turn.Acked || !turn.Replied)
        {
            return;
        }

        _inFlight--;
        if (!_script.Chance(_options.Redeliver))
        {
            return;
        }
        // The same update again, as after a lost 200. It must not produce a second reply.
        Redelivered++;
        turn.Redelivery = true;
        _inFlight++;
        var q = _users[turn.User];
        if (q.Busy)
        {
            q.Waiting.Enqueue(turn);
        }
        else
        {
            Post(turn);
        }
    }

    private void OnClosed(Connection c)
    {
        _connections--;
        if (_idle.Contains(c))
        {
            var rest = _idle.Where(x => x != c).Reverse().ToArray();
            _idle.Clear();
            foreach (var x in rest)
            {
                _idle.Push(x);
            }
        }
        if (c.Tag is Turn turn) { ConnectionErrors++; Retry(turn); }
    }

    private void Retry(Turn turn)
    {
        if (++turn.Failures > 20)
        {
            return; // counted as lost
        }

        _reactor.After(0.1, () => Post(turn));
    }

    /// <summary>One post without the secret token; a safe bot refuses it.</summary>
    public void Probe(Action<int> answered)
    {
        byte[] scratch = new byte[1024];
        var c = _reactor.Connect(_ports[0], c =>
        {
            var m = Http.Parse(c.Input.AsSpan(0, c.InputLength), response: true, ref scratch);
            if (m.Length == 0)
            {
                return true;
            }

            answered(m.Status);
            return false;
        }, _ => { });
        if (c is null) { answered(0); return; }
        var body = "{\"update_id\":1,\"message\":{\"message_id\":1,\"from\":{\"id\":1,\"is_bot\":false,\"first_name\":\"X\"},\"chat\":{\"id\":1,\"type\":\"private\"},\"date\":1,\"text\":\"forged\"}}"u8;
        var path = System.Text.Encoding.ASCII.GetString(_head).Split(' ')[1];
        c.Output.Add(System.Text.Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n")).Add(body);
        _reactor.Flush(c);
    }
}
