using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>Messages without files.</summary>
internal static class SendMethods
{
    private static readonly string[] ChatActions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    ];

    public static readonly IReadOnlyDictionary<string, Func<BotCall, JsonNode>> All = new Dictionary<string, Func<BotCall, JsonNode>>
    {
        ["sendMessage"] = call =>
        {
            var text = Posting.Text(call, "message is too long");
            return Posting.Post(call, call.OpenChat(), text);
        },
        ["sendLocation"] = SendLocation,
        ["sendContact"] = SendContact,
        ["sendDice"] = call => Posting.Post(call, call.OpenChat(), new JsonObject
        {
            ["dice"] = new JsonObject { ["emoji"] = call.Fields.Text("emoji") ?? "🎲", ["value"] = Random.Shared.Next(1, 6) },
        }),
        ["sendChatAction"] = SendChatAction,
        ["answerCallbackQuery"] = AnswerCallbackQuery,
    };

    private static JsonObject SendLocation(BotCall call)
    {
        var latitude = Coordinate(call, "latitude", 90);
        var longitude = Coordinate(call, "longitude", 180);
        return Posting.Post(call, call.OpenChat(), new JsonObject
        {
            ["location"] = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude },
        });
    }

    private static double Coordinate(BotCall call, string name, double limit) =>
        double.TryParse(call.Fields.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= limit
            ? value
            : throw BotApiException.BadRequest($"{name} is empty or out of range");

    private static JsonObject SendContact(BotCall call)
    {
        var (phone, name) = (call.Fields.Text("phone_number"), call.Fields.Text("first_name"));
        if (string.IsNullOrEmpty(phone) || string.IsNullOrEmpty(name))
        {
            throw BotApiException.BadRequest(string.IsNullOrEmpty(phone) ? "phone_number is empty" : "first_name is empty");
        }

        var contact = new JsonObject { ["phone_number"] = phone, ["first_name"] = name };
        if (call.Fields.Text("last_name") is { Length: > 0 } last)
        {
            contact["last_name"] = last;
        }

        return Posting.Post(call, call.OpenChat(), new JsonObject { ["contact"] = contact });
    }

    private static JsonNode SendChatAction(BotCall call)
    {
        var action = call.Fields.Text("action")?.ToLowerInvariant();
        var chat = call.OpenChat();
        if (!ChatActions.Contains(action))
        {
            throw BotApiException.BadRequest("wrong parameter action in request");
        }

        call.Bot.Events.Tell(call.Bot.Events.NextSeq(), chat.Id, "action", new JsonObject { ["action"] = action });
        return true;
    }

    private static JsonNode AnswerCallbackQuery(BotCall call)
    {
        var text = call.Fields.Text("text");
        if (text?.Length > 200)
        {
            throw BotApiException.BadRequest("MESSAGE_TOO_LONG");
        }

        return call.Bot.Presses.Answer(
                call.Fields.Text("callback_query_id") ?? "", string.IsNullOrEmpty(text) ? null : text, call.Fields.Flag("show_alert"), call.Fields.Text("url"))
            ? true
            : throw BotApiException.BadRequest("query is too old and response timeout expired or query ID is invalid");
    }
}
