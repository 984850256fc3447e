using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>Messages with files, albums, and the way back to a file.</summary>
internal static class MediaMethods
{
    private const long MaximumDownload = 20L << 20;
    private const string CaptionTooLong = "message caption is too long";

    public static readonly IReadOnlyDictionary<string, Func<BotCall, JsonNode>> All = new Dictionary<string, Func<BotCall, JsonNode>>
    {
        ["sendPhoto"] = call => Send(call, "photo"),
        ["sendDocument"] = call => Send(call, "document"),
        ["sendVideo"] = call => Send(call, "video"),
        ["sendAudio"] = call => Send(call, "audio"),
        ["sendVoice"] = call => Send(call, "voice"),
        ["sendAnimation"] = call => Send(call, "animation"),
        ["sendVideoNote"] = call => Send(call, "video_note"),
        ["sendSticker"] = call => Send(call, "sticker"),
        ["sendMediaGroup"] = SendMediaGroup,
        ["getFile"] = GetFile,
    };

    private static JsonObject Send(BotCall call, string kind)
    {
        var chat = call.OpenChat();
        var caption = kind is "sticker" or "video_note" ? [] : Posting.Caption(call.Fields, CaptionTooLong);
        var content = MediaContent.Build(call, call.Fields, kind, media: null);
        Merge(content, caption);
        return Posting.Post(call, chat, content);
    }

    private static JsonArray SendMediaGroup(BotCall call)
    {
        var chat = call.OpenChat();
        if (call.Fields.Json("media") is not JsonArray media)
        {
            throw BotApiException.BadRequest("can't parse media: an array of InputMedia is expected");
        }

        if (media.Count is < 2 or > 10)
        {
            throw BotApiException.BadRequest(media.Count > 10 ? "too many messages to send as an album" : "group of media must include 2-10 items");
        }

        var items = media.Select(Item).ToList();
        if (items.Select(i => Group(i.Kind)).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw BotApiException.BadRequest("can't use the media of the specified type in the album");
        }

        var contents = items.Select(i => Content(call, i.Kind, i.Sent)).ToList();
        var album = Random.Shared.NextInt64(1L << 50, 1L << 60).ToString(CultureInfo.InvariantCulture);
        var sent = new JsonArray();
        foreach (var content in contents)
        {
            content["media_group_id"] = album;
            sent.Add(Posting.Post(call, chat, content));
        }

        return sent;
    }

    public static JsonObject Content(BotCall call, string kind, JsonObject sent)
    {
        var fields = RequestFields.From(sent);
        var content = MediaContent.Build(call, fields, kind, fields.Text("media") ?? "");
        Merge(content, Posting.Caption(fields, CaptionTooLong));
        return content;
    }

    public static (string Kind, JsonObject Sent) Item(JsonNode? node) =>
        node is JsonObject item && item["type"].String() is { } type
            && type.ToLowerInvariant() is "photo" or "document" or "video" or "audio" or "animation"
            ? (item["type"].String()!.ToLowerInvariant(), item)
            : throw BotApiException.BadRequest("can't parse InputMedia: type must be photo, document, video, audio or animation");

    private static string Group(string kind) => kind is "photo" or "video" ? "pictures" : kind;

    private static void Merge(JsonObject content, JsonObject more)
    {
        foreach (var (name, value) in more)
        {
            content[name] = value?.DeepClone();
        }
    }

    private static JsonObject GetFile(BotCall call)
    {
        var file = call.Bot.Files.FindByFileId(call.Fields.Text("file_id") ?? "")
            ?? throw BotApiException.BadRequest(string.IsNullOrEmpty(call.Fields.Text("file_id"))
                ? "file_id not specified" : "wrong file_id or the file is temporarily unavailable");
        if (file.Size > MaximumDownload)
        {
            throw BotApiException.BadRequest("file is too big");
        }

        return new JsonObject
        {
            ["file_id"] = file.FileId,
            ["file_unique_id"] = file.UniqueId,
            ["file_size"] = file.Size,
            ["file_path"] = $"{file.Kind}s/{file.UniqueId}{SafeExtension(file.Name)}",
        };
    }

    private static string SafeExtension(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Length is > 1 and <= 10 && extension.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? extension
            : "";
    }
}
