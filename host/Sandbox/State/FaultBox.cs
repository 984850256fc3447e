using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>The failures that are switched on, tried in the order they came.</summary>
internal sealed class FaultBox
{
    private readonly Lock gate = new();
    private readonly List<Fault> faults = [];
    private int last;

    public int Add(Func<int, Fault> make)
    {
        lock (gate)
        {
            faults.Add(make(++last));
            return last;
        }
    }

    /// <summary>The fault this call meets, used up by one; null for none.</summary>
    public Fault? Take(string method, long? chatId)
    {
        lock (gate)
        {
            var at = faults.FindIndex(f => f.Hits(method, chatId));
            if (at < 0)
            {
                return null;
            }

            var fault = faults[at];
            if (fault.Times is { } times)
            {
                faults[at] = fault with { Times = times - 1 };
                if (times <= 1)
                {
                    faults.RemoveAt(at);
                }
            }

            return fault;
        }
    }

    public JsonArray All()
    {
        lock (gate)
        {
            return [.. faults.Select(f => f.ToUserSide())];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            faults.Clear();
        }
    }
}
