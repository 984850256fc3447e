using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>Updates waiting for the bot, oldest first, until it confirms them or they expire.</summary>
internal sealed class UpdateQueue(Journal journal, TimeProvider clock) : IJournaled
{
    private static readonly TimeSpan MessageLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan PressLifetime = TimeSpan.FromSeconds(150);
    private static readonly string[] OnlyWhenAsked = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly SortedDictionary<long, PendingUpdate> pending = [];
    private readonly Counter ids = new(clock);

    public string Prefix => "update";

    public int Count => pending.Count;

    /// <summary>Woken when an update came in, was confirmed, or the way of delivery changed.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>Kinds the bot asked for; null stands for all but those that must be named.</summary>
    public IReadOnlyList<string>? Allowed { get; private set; }

    public void Allow(IReadOnlyList<string>? kinds)
    {
        if (kinds is null)
        {
            return;
        }

        Allowed = kinds.Count == 0 ? null : kinds;
        journal.Write("update/allowed", AllowedEntry());
    }

    /// <summary>Queues an update unless the bot did not ask for its kind. Returns its id, or null.</summary>
    public long? Add(string kind, string queue, JsonObject content)
    {
        if (Allowed is null ? OnlyWhenAsked.Contains(kind) : !Allowed.Contains(kind))
        {
            return null;
        }

        var id = ids.Next();
        var update = new JsonObject { ["update_id"] = id };
        foreach (var (name, value) in content)
        {
            update[name] = value?.DeepClone();
        }

        var lifetime = kind == "callback_query" ? PressLifetime : MessageLifetime;
        var item = new PendingUpdate(id, kind, queue, Wire.Write(update), clock.GetUtcNow() + lifetime);
        pending[id] = item;
        journal.Write($"update/{id}", item.ToEntry());
        Changed.Send();
        return id;
    }

    /// <summary>What getUpdates gives for an offset. Everything before a positive offset is confirmed; a negative one keeps the last few.</summary>
    public IReadOnlyList<PendingUpdate> Take(long offset, int limit)
    {
        if (offset < 0)
        {
            Remove(pending.Keys.Take(Math.Max(0, pending.Count + (int)Math.Max(offset, int.MinValue))));
        }
        else if (offset > 0)
        {
            Remove(pending.Keys.TakeWhile(id => id < offset));
        }

        return [.. Waiting().Take(limit)];
    }

    public IReadOnlyList<PendingUpdate> Waiting()
    {
        var now = clock.GetUtcNow();
        Remove(pending.Values.Where(u => u.ExpiresAt <= now).Select(u => u.Id));
        return [.. pending.Values];
    }

    public void Confirm(long id) => Remove([id]);

    public void Clear() => Remove(pending.Keys);

    public void Restore(string key, JsonNode? value)
    {
        if (key == "allowed")
        {
            Allowed = value is JsonArray kinds ? [.. kinds.Select(k => k.String() ?? "")] : null;
        }
        else if (key == "last")
        {
            ids.Saw(value.Number() ?? 0);
        }
        else if (long.TryParse(key, CultureInfo.InvariantCulture, out var id))
        {
            ids.Saw(id);
            pending.Remove(id);
            if (value is not null)
            {
                pending[id] = PendingUpdate.FromEntry(id, value);
            }
        }
    }

    public IEnumerable<(string Key, JsonNode Value)> Entries()
    {
        yield return ("last", ids.Last);

        if (AllowedEntry() is { } allowed)
        {
            yield return ("allowed", allowed);
        }

        foreach (var update in pending.Values)
        {
            yield return (update.Id.ToString(CultureInfo.InvariantCulture), update.ToEntry());
        }
    }

    private JsonArray? AllowedEntry() => Allowed is null ? null : [.. Allowed.Select(k => JsonValue.Create(k))];

    private void Remove(IEnumerable<long> ids)
    {
        foreach (var id in ids.ToArray())
        {
            if (pending.Remove(id))
            {
                journal.Write($"update/{id}", value: null);
            }
        }
    }
}
