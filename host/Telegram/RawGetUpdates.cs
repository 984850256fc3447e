using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests;

namespace DrAivBot.Host.Telegram;

/// <summary>
/// getUpdates that leaves the updates as Telegram sent them: they are stored before they are read, fields the client
/// library does not know included.
/// </summary>
internal sealed class RawGetUpdates() : RequestBase<JsonElement[]>("getUpdates")
{
    [JsonPropertyName("offset")]
    public long? Offset { get; init; }

    [JsonPropertyName("limit")]
    public int Limit { get; init; } = 100;

    /// <summary>How long Telegram holds the answer while there is nothing, in seconds.</summary>
    [JsonPropertyName("timeout")]
    public int Timeout { get; init; } = 25;

    [JsonPropertyName("allowed_updates")]
    public IReadOnlyList<string> AllowedUpdates { get; init; } = [];
}
