using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>One chat: its messages in order, its reply keyboard, its pins.</summary>
internal sealed class SandboxChat(JsonObject telegram)
{
    public const int MaximumMessages = 5_000;

    private readonly SortedDictionary<long, SandboxMessage> messages = [];

    public JsonObject Telegram { get; set; } = telegram;

    public long Id => Telegram["id"].Number() ?? 0;

    public JsonObject? Keyboard { get; set; }

    public bool Blocked { get; set; }

    public List<long> Pinned { get; } = [];

    public IEnumerable<SandboxMessage> Messages => messages.Values;

    /// <summary>A message that is there for both sides; null when unknown or deleted.</summary>
    public SandboxMessage? Find(long id) => messages.TryGetValue(id, out var message) && !message.Deleted ? message : null;

    public bool Holds(long id) => messages.ContainsKey(id);

    /// <summary>Returns the message that had to go to keep the chat bounded.</summary>
    public SandboxMessage? Put(SandboxMessage message)
    {
        messages[message.Id] = message;
        if (messages.Count <= MaximumMessages)
        {
            return null;
        }

        var oldest = messages.First().Value;
        Forget(oldest.Id);
        return oldest;
    }

    public void Forget(long id)
    {
        messages.Remove(id);
        Pinned.Remove(id);
    }

    public JsonNode ToEntry() => new JsonObject
    {
        ["chat"] = Telegram.DeepClone(),
        ["keyboard"] = Keyboard?.DeepClone(),
        ["blocked"] = Blocked,
        ["pinned"] = new JsonArray([.. Pinned.Select(id => JsonValue.Create(id))]),
    };

    public void Restore(JsonNode value)
    {
        Telegram = value["chat"] is JsonObject chat ? chat.DeepClone().AsObject() : Telegram;
        Keyboard = (value["keyboard"] as JsonObject)?.DeepClone().AsObject();
        Blocked = value["blocked"].Truth();
        Pinned.Clear();
        Pinned.AddRange((value["pinned"] as JsonArray ?? []).Select(id => id.Number() ?? 0));
    }
}
