using System.Threading.Channels;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// What this host has in hand: a message a chat being sent, chats in which one may wait, and results to be noted. Only
/// memory: what counts lies in the database, so nothing is lost with the process.
/// </summary>
internal sealed class DeliveryDesk(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, ChatWork> _chats = [];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private HashSet<long> _wanted = [];
    private List<Delivered> _delivered = [];
    private bool _isClosed;

    /// <summary>How many messages may be between sending and noting.</summary>
    public SendBound Bound { get; } = new(time);

    /// <summary>How many chats have a message in hand.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _chats.Count;
            }
        }
    }

    /// <summary>Says that a chat has a message to claim.</summary>
    public void Want(long chatId)
    {
        lock (_gate)
        {
            if (_chats.TryGetValue(chatId, out var work))
            {
                work.HasMore = true;
                return;
            }

            _wanted.Add(chatId);
        }

        Wake();
    }

    /// <summary>Takes claimed messages in hand.</summary>
    /// <param name="claimed">The messages.</param>
    /// <param name="mayHaveMore">Whether more may wait behind them: they were not the only ones of their chats.</param>
    /// <returns>Those to be sent now; the others follow what is in hand of their chat. None once the desk is closed: the claims die.</returns>
    public IReadOnlyList<ChatWork> Take(IReadOnlyList<OutboxMessage> claimed, bool mayHaveMore)
    {
        var begun = new List<ChatWork>(claimed.Count);
        var now = time.GetTimestamp();
        lock (_gate)
        {
            if (_isClosed)
            {
                return [];
            }

            foreach (var message in claimed)
            {
                if (_chats.TryGetValue(message.ChatId, out var work))
                {
                    work.Add(message);
                }
                else
                {
                    _chats[message.ChatId] = work = new(message, now);
                    begun.Add(work);
                }

                work.HasMore |= mayHaveMore;
            }
        }

        return begun;
    }

    /// <summary>Says what became of a message, to be noted in the database.</summary>
    public void Note(Delivered delivered)
    {
        lock (_gate)
        {
            _delivered.Add(delivered);
        }

        Wake();
    }

    /// <summary>What is to be done in the database now: results to note, and chats to claim from.</summary>
    public (List<Delivered> Delivered, HashSet<long> Wanted) TakeWork()
    {
        lock (_gate)
        {
            var work = (Delivered: _delivered, Wanted: _wanted);
            (_delivered, _wanted) = ([], []);
            foreach (var (message, _) in work.Delivered.Select(one => (one.Message, one.Result)))
            {
                if (_chats.TryGetValue(message.ChatId, out var chat) && chat.HasMore)
                {
                    chat.HasMore = false;
                    work.Wanted.Add(message.ChatId);
                }
            }

            return work;
        }
    }

    /// <summary>What became of a chat's message is noted.</summary>
    /// <returns>The chat's next message to send; null when there is none in hand.</returns>
    public ChatWork? Finish(long chatId)
    {
        Bound.Leave(chatId);
        lock (_gate)
        {
            if (!_chats.TryGetValue(chatId, out var work))
            {
                return null;
            }

            if (work.MoveNext(time.GetTimestamp()))
            {
                return work;
            }

            _chats.Remove(chatId);
            var isWanted = work.HasMore && _wanted.Add(chatId);
            if (!isWanted && _chats.Count > 0)
            {
                return null;
            }
        }

        // For the wanted chat, or for who waits until nothing is in hand.
        Wake();
        return null;
    }

    /// <summary>Messages that have been in hand for at least so long.</summary>
    public IReadOnlyList<OutboxMessage> ListSince(TimeSpan age)
    {
        lock (_gate)
        {
            return [.. _chats.Values.Where(work => time.GetElapsedTime(work.Since) >= age).SelectMany(work => work.All())];
        }
    }

    /// <summary>Marks the messages whose claims were lost.</summary>
    public void Lose(IEnumerable<OutboxMessage> lost)
    {
        lock (_gate)
        {
            foreach (var message in lost)
            {
                if (_chats.TryGetValue(message.ChatId, out var work) && work.Current == message)
                {
                    work.IsLost = true;
                }
            }
        }
    }

    /// <summary>Waits until there may be something to do.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        await _wake.Reader.WaitToReadAsync(cancellationToken);
        _wake.Reader.TryRead(out _);
    }

    /// <summary>Takes no more messages in hand, from when there are none.</summary>
    /// <returns>False while there are some.</returns>
    public bool TryClose()
    {
        lock (_gate)
        {
            return _isClosed = _chats.Count == 0 && _delivered.Count == 0;
        }
    }

    /// <summary>Wakes who waits.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);
}
