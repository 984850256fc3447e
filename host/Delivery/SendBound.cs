namespace DrAivBot.Host.Delivery;

/// <summary>
/// Bounds how many messages are between sending and noting: so many are sent twice when the host is killed. The bound is
/// what the present rate needs at the time that sending and noting take at their best, and a few more: what goes beyond
/// that only waits in another place. A call that Telegram keeps open does not count, so that slow chats hold up nobody.
/// </summary>
internal sealed class SendBound(TimeProvider time)
{
    /// <summary>Messages that may always be on their way.</summary>
    public const int Least = 3;

    /// <summary>From here on a call is Telegram's to answer for.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, long> _onTheirWay = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _best = TimeSpan.MaxValue;
    private TimeSpan _bestBefore = TimeSpan.MaxValue;
    private long _windowBegan = time.GetTimestamp();
    private int _waiting;
    private int _noted;
    private int _bound = Least;

    /// <summary>Waits until a chat's message may be sent; from then on it is on its way.</summary>
    public async Task EnterAsync(long chatId, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (Counting() < _bound)
                {
                    _onTheirWay[chatId] = time.GetTimestamp();
                    return;
                }

                _waiting++;
                changed = _changed.Task;
            }

            // Looks again by itself, because a call that becomes slow makes room too.
            await Task.WhenAny(changed, Task.Delay(Look, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
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
            if (_waiting > 0)
            {
                _waiting = 0;
                _changed.SetResult();
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private int Counting()
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

        var best = _best < _bestBefore ? _best : _bestBefore;
        _bound = Least + (int)(2 * _noted * best.TotalMilliseconds / elapsed.TotalMilliseconds);
        (_bestBefore, _best, _noted, _windowBegan) = (_best, TimeSpan.MaxValue, 0, time.GetTimestamp());
    }
}
