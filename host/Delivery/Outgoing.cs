using System.Text.Json.Serialization;

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
}

/// <summary>A screen with its buttons as Telegram gets them.</summary>
internal sealed record OutgoingScreen
{
    public required string Html { get; init; }

    public IReadOnlyList<IReadOnlyList<OutgoingButton>> Rows { get; init; } = [];

    /// <summary>The message to edit; null sends a new one.</summary>
    public int? EditMessageId { get; init; }

    /// <summary>Whether it is a notice beside the live screen, which stays as it is.</summary>
    public bool IsNotice { get; init; }
}

/// <summary>A button: callback data or a web address.</summary>
internal sealed record OutgoingButton(string Label, string? Data, string? Link);

/// <summary>Source-generated JSON of the outbox.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Outgoing))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
