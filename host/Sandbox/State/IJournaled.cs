using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.State;

/// <summary>A part of a bot's state that is kept in the journal under keys of its own.</summary>
internal interface IJournaled
{
    /// <summary>First segment of the keys.</summary>
    string Prefix { get; }

    void Restore(string key, JsonNode? value);

    IEnumerable<(string Key, JsonNode Value)> Entries();
}
