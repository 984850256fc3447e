using System.Text;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>The reply_markup of a message: an inline keyboard that belongs to it, or a change of the chat's reply keyboard.</summary>
internal sealed record ReplyMarkup(JsonObject? Inline, bool ChangesKeyboard, JsonObject? Keyboard)
{
    private const int MaximumButtons = 100;
    private const int MaximumInRow = 8;

    private static readonly ReplyMarkup None = new(null, false, null);

    private static readonly string[] Actions =
    [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
    ];

    public static ReplyMarkup Read(JsonNode? markup) => markup switch
    {
        null => None,
        JsonObject m when m["inline_keyboard"] is JsonArray rows => new(Inlined(rows), false, null),
        JsonObject m when m["keyboard"] is JsonArray rows => new(null, true, Keys(m, rows)),
        JsonObject m when m["remove_keyboard"].Truth() => new(null, true, null),
        JsonObject m when m["inline_keyboard"] is not null => throw Refused("inline keyboard", "Field \"inline_keyboard\" must be of type Array"),
        JsonObject => None,
        _ => throw BotApiException.BadRequest("object expected as reply markup"),
    };

    /// <summary>The inline keyboard for a message; null when there is no button in it.</summary>
    private static JsonObject? Inlined(JsonArray rows)
    {
        var kept = Rows(rows, InlineButton);
        return kept.Count == 0 ? null : new JsonObject { ["inline_keyboard"] = kept };
    }

    private static JsonObject Keys(JsonObject markup, JsonArray rows)
    {
        var keyboard = Wire.Pick(markup, "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective");
        keyboard["keyboard"] = Rows(rows, Key);
        return keyboard;
    }

    private static JsonArray Rows(JsonArray rows, Func<JsonNode?, JsonNode> read)
    {
        var kept = new JsonArray();
        foreach (var row in rows)
        {
            var buttons = row as JsonArray ?? throw BotApiException.BadRequest("can't parse keyboard: an array of arrays of buttons is expected");
            if (buttons.Count > 0)
            {
                kept.Add(new JsonArray([.. buttons.Select(read)]));
            }
        }

        return kept.Sum(r => r!.AsArray().Count) > MaximumButtons || kept.Any(r => r!.AsArray().Count > MaximumInRow)
            ? throw BotApiException.BadRequest("reply markup is too long")
            : kept;
    }

    private static JsonNode Key(JsonNode? sent)
    {
        var button = sent is JsonObject given ? given : new JsonObject { ["text"] = sent.String() };
        return string.IsNullOrWhiteSpace(button["text"].String())
            ? throw Refused("keyboard button", "Field \"text\" must be non-empty")
            : Wire.Pick(button, "text", "request_contact", "request_location", "request_poll", "request_users", "request_chat", "web_app", "style");
    }

    private static JsonNode InlineButton(JsonNode? sent)
    {
        if (sent is not JsonObject button || string.IsNullOrEmpty(button["text"].String()))
        {
            throw Refused("inline keyboard button", "Field \"text\" must be of type String and non-empty");
        }

        if (!Actions.Any(a => button[a] is not null))
        {
            throw Refused("inline keyboard button", "Text buttons are unallowed in the inline keyboard");
        }

        if (button["callback_data"] is { } data && Encoding.UTF8.GetByteCount(data.String() ?? "") is not (>= 1 and <= 64))
        {
            throw BotApiException.BadRequest("BUTTON_DATA_INVALID");
        }

        var kept = Wire.Pick(button, [.. Actions, "text", "icon_custom_emoji_id", "style"]);
        if (button["url"].String() is { } url)
        {
            kept["url"] = Links.Normal(url)
                ?? throw BotApiException.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        }

        return kept;
    }

    private static BotApiException Refused(string what, string why) => BotApiException.BadRequest($"can't parse {what}: {why}");
}
