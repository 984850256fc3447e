using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>The last presses of a bot's buttons, answered or not.</summary>
internal sealed class CallbackPresses(Journal journal, EventStream events, TimeProvider clock) : IJournaled
{
    private const int Kept = 1_000;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(150);

    private readonly OrderedDictionary<string, CallbackPress> presses = new(StringComparer.Ordinal);

    public string Prefix => "press";

    public CallbackPress Add(long chatId)
    {
        var id = Random.Shared.NextInt64(1L << 56, long.MaxValue).ToString(CultureInfo.InvariantCulture);
        var press = new CallbackPress(id, chatId, clock.GetUtcNow());
        Put(press);
        if (presses.Count > Kept)
        {
            journal.Write("press/" + presses.GetAt(0).Key, value: null);
            presses.RemoveAt(0);
        }

        return press;
    }

    public CallbackPress? Find(string id) => presses.GetValueOrDefault(id);

    /// <summary>False when the press is unknown or too old. What the person saw first stays.</summary>
    public bool Answer(string id, string? text, bool showAlert, string? url)
    {
        if (Find(id) is not { } press || clock.GetUtcNow() - press.PressedAt > AnswerWithin)
        {
            return false;
        }

        if (!press.Answered)
        {
            press = press with { Answered = true, Text = text, ShowAlert = showAlert, Url = url };
            Put(press);
            events.Tell(events.NextSeq(), press.ChatId, "answer", press.ToUserSide());
        }

        return true;
    }

    public void Clear() => presses.Clear();

    public void Restore(string key, JsonNode? value)
    {
        presses.Remove(key);
        if (value is not null)
        {
            presses[key] = CallbackPress.FromEntry(key, value);
        }
    }

    public IEnumerable<(string Key, JsonNode Value)> Entries() => presses.Values.Select(p => (p.Id, p.ToEntry()));

    private void Put(CallbackPress press)
    {
        presses[press.Id] = press;
        journal.Write("press/" + press.Id, press.ToEntry());
    }
}
