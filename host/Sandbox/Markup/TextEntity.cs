using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>A formatted stretch of a text, in UTF-16 units as Telegram counts.</summary>
internal sealed record TextEntity(string Type, int Offset, int Length)
{
    private static readonly string[] Known =
    [
        "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
        "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention", "custom_emoji",
    ];

    /// <summary>Address of a link, language of a "pre", id of an emoji; empty for other types.</summary>
    public string Argument { get; init; } = "";

    public JsonObject? User { get; init; }

    /// <summary>An entity a client sent, or null for one without meaning, which Telegram ignores.</summary>
    public static TextEntity? Read(JsonNode? node)
    {
        if (node is not JsonObject sent || sent["type"].String() is not { } type || !Known.Contains(type)
            || sent["offset"].Number() is not (>= 0 and <= int.MaxValue) || sent["length"].Number() is not (> 0 and <= int.MaxValue))
        {
            return null;
        }

        return new TextEntity(type, (int)sent["offset"].Number()!, (int)sent["length"].Number()!)
        {
            Argument = (sent["url"] ?? sent["language"] ?? sent["custom_emoji_id"]).String() ?? "",
            User = (sent["user"] as JsonObject)?.DeepClone().AsObject(),
        };
    }

    public JsonObject ToTelegram()
    {
        var entity = new JsonObject { ["type"] = Type, ["offset"] = Offset, ["length"] = Length };
        if (User is not null)
        {
            entity["user"] = User.DeepClone();
        }
        else if (Argument.Length > 0)
        {
            entity[Type switch { "pre" => "language", "custom_emoji" => "custom_emoji_id", _ => "url" }] = Argument;
        }

        return entity;
    }
}
