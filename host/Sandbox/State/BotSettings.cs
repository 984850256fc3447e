using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>What a bot sets about itself: names and commands by language, the webhook.</summary>
internal sealed class BotSettings(Journal journal) : IJournaled
{
    private readonly Dictionary<string, JsonNode> values = new(StringComparer.Ordinal);

    public string Prefix => "setting";

    public JsonNode? this[string key]
    {
        get => values.GetValueOrDefault(key);
        set
        {
            Restore(key, value);
            journal.Write("setting/" + key, value);
        }
    }

    public void Restore(string key, JsonNode? value)
    {
        values.Remove(key);
        if (value is not null)
        {
            values[key] = value;
        }
    }

    public IEnumerable<(string Key, JsonNode Value)> Entries() => values.Select(v => (v.Key, v.Value));
}
