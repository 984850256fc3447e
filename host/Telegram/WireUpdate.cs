using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrAivBot.Host.Telegram;

/// <summary>What the host reads of an update. What else Telegram sends, or will send one day, is passed over.</summary>
internal sealed record WireUpdate
{
    public WireMessage? Message { get; init; }

    public WirePress? CallbackQuery { get; init; }
}

internal sealed record WirePress
{
    public string? Id { get; init; }

    public WireUser? From { get; init; }

    public WireMessage? Message { get; init; }

    public string? Data { get; init; }
}

internal sealed record WireMessage
{
    public int MessageId { get; init; }

    public WireUser? From { get; init; }

    public WireChat? Chat { get; init; }

    public string? Text { get; init; }

    public WireDocument? Document { get; init; }

    public JsonElement? PinnedMessage { get; init; }

    public JsonElement? NewChatMembers { get; init; }

    public JsonElement? LeftChatMember { get; init; }

    public bool? GroupChatCreated { get; init; }

    /// <summary>Whether it tells of something that happened to the chat, which asks for no answer.</summary>
    [JsonIgnore]
    public bool IsOfChat => PinnedMessage is not null || NewChatMembers is not null || LeftChatMember is not null || GroupChatCreated is not null;
}

internal sealed record WireDocument
{
    public string? FileId { get; init; }

    public string? FileName { get; init; }

    public long FileSize { get; init; }
}

internal sealed record WireUser
{
    public long Id { get; init; }

    public bool IsBot { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    public string? LanguageCode { get; init; }
}

internal sealed record WireChat
{
    public long Id { get; init; }

    public string? Type { get; init; }

    [JsonIgnore]
    public bool IsPrivate => Type == "private";
}

/// <summary>Source-generated JSON of updates.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WireUpdate))]
internal sealed partial class WireUpdateJson : JsonSerializerContext;
