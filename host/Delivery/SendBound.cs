namespace DrAivBot.Host.Delivery;

/// <summary>
/// Bounds how many messages are between sending and noting: so many are sent twice when the host is killed. The bound is
/// what the present rate needs at the time that sending and noting take at their best, and a few more: what goes beyond
/// that only waits in another place. A call that Telegram keeps open does not count, so that slow chats hold up nobody.
/// Who waits goes on in the order of coming.
/// </summary>
internal sealed class SendBound(TimeProvider time)
{
    /// <summary>Messages that may always be on their way.</summary>
    public const int Least = 3;

    /// <summary>From here on a call is Telegram's to answer for.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(250);

    /// <summary>What sending and noting may always take: a busy host notes many at once, which the quickest of them does not show.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, long> _onTheirWay = [];
    private readonly Queue<Waiting> _waiting = [];
    private TimeSpan _best = TimeSpan.MaxValue;
    private TimeSpan _bestBefore = TimeSpan.MaxValue;
    private long _windowBegan = time.GetTimestamp();
    private bool _isLooking;
    private int _noted;
    private int _bound = Least;

    /// <summary>Waits until a chat's message may be sent; from then on it is on its way.</summary>
    public Task EnterAsync(long chatId, CancellationToken cancellationToken)
    {
        Waiting waiting;
        lock (_gate)
        {
            if (_waiting.Count == 0 && HasRoom())
            {
                _onTheirWay[chatId] = time.GetTimestamp();
                return Task.CompletedTask;
            }

            waiting = new(chatId, new(TaskCreationOptions.RunContinuationsAsynchronously));
            _waiting.Enqueue(waiting);
            if (!_isLooking)
            {
                _isLooking = true;
                _ = LookAsync();
            }
        }

        return waiting.WaitAsync(cancellationToken);
    }

    /// <summary>What became of the chat's message is noted.</summary>
    public void Leave(long chatId)
    {
        lock (_gate)
        {
            if (!_onTheirWay.Remove(chatId, out var began))
            {
                return;
            }

            _noted++;
            var took = time.GetElapsedTime(began);
            _best = took < _best ? took : _best;
            Adapt();
            LetIn();
        }
    }

    /// <summary>A call that becomes slow makes room too, and says nothing.</summary>
    private async Task LookAsync()
    {
        while (true)
        {
            await Task.Delay(Look, time);
            lock (_gate)
            {
                LetIn();
                if (_waiting.Count == 0)
                {
                    _isLooking = false;
                    return;
                }
            }
        }
    }

    private void LetIn()
    {
        while (_waiting.Count > 0 && HasRoom())
        {
            var next = _waiting.Dequeue();
            if (next.Entered.TrySetResult())
            {
                _onTheirWay[next.ChatId] = time.GetTimestamp();
            }
        }
    }

    private bool HasRoom() => _onTheirWay.Count < _bound || CountQuick() < _bound;

    private int CountQuick()
    {
        var count = 0;
        foreach (var began in _onTheirWay.Values)
        {
            count += time.GetElapsedTime(began) < Slow ? 1 : 0;
        }

        return count;
    }

    /// <summary>Twice what the rate of the window needs, so that a rising rate finds room.</summary>
    private void Adapt()
    {
        var elapsed = time.GetElapsedTime(_windowBegan);
        if (elapsed < Window)
        {
            return;
        }

        var best = 2 * (_best < _bestBefore ? _best : _bestBefore);
        _bound = Least + (int)(_noted * (best > Usual ? best : Usual) / elapsed);
        (_bestBefore, _best, _noted, _windowBegan) = (_best, TimeSpan.MaxValue, 0, time.GetTimestamp());
    }

    private sealed record Waiting(long ChatId, TaskCompletionSource Entered)
    {
        /// <summary>Waits to be let in; who gives up first is passed over.</summary>
        public async Task WaitAsync(CancellationToken cancellationToken)
        {
            await using var givesUp = cancellationToken.Register(() => Entered.TrySetCanceled(cancellationToken));
            await Entered.Task;
        }
    }
}
