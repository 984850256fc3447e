using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>The last events of a bot's chats. Readers come with the number they saw last, so a lost connection loses nothing.</summary>
internal sealed class EventStream(TimeProvider clock)
{
    private const int Kept = 2_000;

    private readonly Lock gate = new();
    private readonly Queue<SandboxEvent> events = new();

    // From the clock, so that a restarted host never repeats a number a page has already seen.
    private long seq = clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Pulse Changed { get; } = new();

    public long LastSeq => Volatile.Read(ref seq);

    public long NextSeq() => Interlocked.Increment(ref seq);

    public void Saw(long number) => seq = Math.Max(seq, number);

    public void Tell(long number, long chatId, string kind, JsonObject data)
    {
        var told = new SandboxEvent(number, chatId, kind, Wire.Write(data));
        lock (gate)
        {
            events.Enqueue(told);
            if (events.Count > Kept)
            {
                events.Dequeue();
            }
        }

        Changed.Send();
    }

    /// <summary>Events after a number, of one chat or of all.</summary>
    public IReadOnlyList<SandboxEvent> After(long number, long? chatId)
    {
        lock (gate)
        {
            return [.. events.Where(e => e.Seq > number && (chatId is null || e.ChatId == chatId))];
        }
    }
}
