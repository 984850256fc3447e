using System.Collections.Concurrent;
using DrAivBot.Host.Configuration;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// How fast one chat may be written to: in a private chat one message a second after a burst of three, in a group 20 a
/// minute. Kept in memory, a number a chat; another host keeps its own, and what it gets wrong Telegram's 429 puts right.
/// </summary>
internal sealed class ChatPace(TelegramSettings settings, TimeProvider time)
{
    /// <summary>A group takes 20 messages a minute, a burst included.</summary>
    private static readonly TimeSpan GroupInterval = TimeSpan.FromSeconds(3.5);

    private const int Burst = 3;

    /// <summary>Two chats that Telegram asks to pause within this time: it is the bot that sends too much.</summary>
    private static readonly TimeSpan StormWindow = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private (long Chat, long At)? _lastPause;

    /// <summary>When the chat would be at rest, in timestamps of the clock.</summary>
    private readonly ConcurrentDictionary<long, long> _restAt = new();

    /// <summary>Takes the next place in a chat.</summary>
    /// <returns>How long to wait for it; zero for at once.</returns>
    public TimeSpan Take(long chatId)
    {
        if (settings.MessagesPerSecondPerChat == 0)
        {
            return TimeSpan.Zero;
        }

        var interval = Ticks(chatId < 0 ? GroupInterval : TimeSpan.FromSeconds(1.0 / settings.MessagesPerSecondPerChat));
        var now = time.GetTimestamp();
        var restAt = Math.Max(_restAt.GetValueOrDefault(chatId), now);
        _restAt[chatId] = restAt + interval;
        var wait = restAt - now - (interval * (Burst - 1));
        return wait <= 0 ? TimeSpan.Zero : time.GetElapsedTime(0, wait);
    }

    /// <summary>Notes that Telegram asked a chat to pause.</summary>
    /// <returns>Whether it did so for another chat just before: then the bulk lane waits, while answers to people go on.</returns>
    public bool NotePause(long chatId)
    {
        lock (_gate)
        {
            var isStorm = _lastPause is var (chat, at) && chat != chatId && time.GetElapsedTime(at) < StormWindow;
            _lastPause = (chatId, time.GetTimestamp());
            return isStorm;
        }
    }

    /// <summary>Forgets the chats that are at rest.</summary>
    public void Sweep()
    {
        var now = time.GetTimestamp();
        foreach (var resting in _restAt.Where(chat => chat.Value <= now))
        {
            _restAt.TryRemove(resting);
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
