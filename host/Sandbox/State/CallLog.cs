using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>The last calls of a bot, numbered from 1.</summary>
internal sealed class CallLog
{
    private const int Kept = 2_000;

    private readonly Lock gate = new();
    private readonly Queue<(long Number, ApiCall Call)> calls = new();
    private long last;

    public void Add(ApiCall call)
    {
        lock (gate)
        {
            calls.Enqueue((++last, call));
            if (calls.Count > Kept)
            {
                calls.Dequeue();
            }
        }
    }

    /// <summary>Calls after a number, oldest first; of more than <paramref name="limit"/> the newest.</summary>
    public JsonArray After(long number, int limit)
    {
        lock (gate)
        {
            return [.. calls.Where(c => c.Number > number).TakeLast(limit).Select(c => c.Call.ToUserSide(c.Number))];
        }
    }

    // The numbers go on: a page that asks for "after 40" must not miss the new calls.
    public void Clear()
    {
        lock (gate)
        {
            calls.Clear();
        }
    }
}
