using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Delivery;

/// <summary>What one turn sends, as stored in the outbox: the answer to a press, a screen, or both.</summary>
internal sealed record Outgoing
{
    /// <summary>The press to answer; null when the update was none.</summary>
    public string? CallbackId { get; init; }

    /// <summary>What appears over the chat for a moment; null answers the press silently.</summary>
    public string? Toast { get; init; }

    /// <summary>The screen; null when only a press is answered.</summary>
    public OutgoingScreen? Screen { get; init; }

    /// <summary>Files, of which the screen is the caption; null for none.</summary>
    public IReadOnlyList<OutgoingFile>? Files { get; init; }
}

/// <summary>A file of core.files.</summary>
internal sealed record OutgoingFile(Guid Id, string Name, bool IsPhoto, string? Caption = null);

/// <summary>Source-generated JSON of the outbox.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Outgoing))]
internal sealed partial class OutgoingJson : JsonSerializerContext
{
    /// <summary>Leaves Cyrillic letters and markup as they are: it goes to the database, not into a page.</summary>
    public static OutgoingJson Plain { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
