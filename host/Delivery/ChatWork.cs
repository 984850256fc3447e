namespace DrAivBot.Host.Delivery;

/// <summary>What this host has in hand of one chat: the message being sent, and what follows it.</summary>
internal sealed class ChatWork(OutboxMessage current, long since)
{
    private readonly Queue<OutboxMessage> _next = [];

    public OutboxMessage Current { get; private set; } = current;

    /// <summary>Timestamp since when the present message is in hand.</summary>
    public long Since { get; private set; } = since;

    /// <summary>Whether the claim was lost to another host: it must not be sent any more.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether more was signalled for the chat.</summary>
    public bool HasMore { get; set; }

    public void Add(OutboxMessage message) => _next.Enqueue(message);

    /// <summary>All messages in hand.</summary>
    public IEnumerable<OutboxMessage> All() => [Current, .. _next];

    /// <summary>Goes on to the next message in hand.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext(long now)
    {
        if (!_next.TryDequeue(out var next))
        {
            return false;
        }

        (Current, Since, IsLost) = (next, now, false);
        return true;
    }
}
