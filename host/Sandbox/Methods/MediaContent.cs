using System.Text.Json.Nodes;
using DrAivBot.Host.Sandbox.State;

namespace DrAivBot.Host.Sandbox.Methods;

/// <summary>Files of messages: taken from a request or reused by file_id, and written as the message's photo, document and so on.</summary>
internal static class MediaContent
{
    private const long MaximumFile = 50L << 20;
    private const long MaximumPhoto = 10L << 20;
    private const string AttachPrefix = "attach://";

    /// <summary>
    /// The content for a kind (photo, document, video, audio, voice, animation, video_note, sticker). The media is a file_id, an
    /// address or attach://name; null when the file is the part named like the kind.
    /// </summary>
    public static JsonObject Build(BotCall call, RequestFields fields, string kind, string? media)
    {
        var file = Take(call, kind, media ?? fields.Text(kind), call.Fields.Upload(kind));
        var content = new JsonObject();
        if (kind == "photo")
        {
            content["photo"] = new JsonArray(Describe(file, fields, kind));
            return content;
        }

        content[kind] = Describe(file, fields, kind);
        if (kind == "animation")
        {
            content["document"] = Describe(file, fields, "document");
        }

        return content;
    }

    public static JsonObject Describe(StoredFile file, RequestFields fields, string kind)
    {
        var shown = new JsonObject { ["file_id"] = file.FileId, ["file_unique_id"] = file.UniqueId, ["file_size"] = file.Size };
        switch (kind)
        {
            case "photo":
                (shown["width"], shown["height"]) = (file.Width, file.Height);
                return shown;
            case "video_note":
                (shown["length"], shown["duration"]) = (fields.Integer("length") ?? 240, fields.Integer("duration") ?? 0);
                return shown;
            case "sticker":
                (shown["type"], shown["width"], shown["height"]) = ("regular", Math.Max(1, file.Width), Math.Max(1, file.Height));
                (shown["is_animated"], shown["is_video"]) = (false, false);
                return shown;
            default:
                break;
        }

        if (file.Mime.Length > 0)
        {
            shown["mime_type"] = file.Mime;
        }

        if (kind != "voice")
        {
            shown["file_name"] = file.Name;
        }

        if (kind != "document")
        {
            shown["duration"] = fields.Integer("duration") ?? 0;
        }

        if (kind is "video" or "animation")
        {
            (shown["width"], shown["height"]) = (fields.Integer("width") ?? file.Width, fields.Integer("height") ?? file.Height);
        }

        AddTitle(shown, fields, kind);
        return shown;
    }

    public static StoredFile Store(SandboxBot bot, string kind, Upload upload)
    {
        var size = kind is "photo" or "sticker" or "document" ? ImageSize.Read(upload.Bytes) : null;
        if (upload.Bytes.Length == 0)
        {
            throw BotApiException.BadRequest("file must be non-empty");
        }

        if (upload.Bytes.LongLength > MaximumFile)
        {
            throw new BotApiException(413, "Request Entity Too Large");
        }

        if (kind == "photo")
        {
            CheckPhoto(upload, size);
        }

        var name = upload.Name.Length > 0 ? upload.Name : "file";
        return bot.Files.Add(kind, name.Length > 255 ? name[^255..] : name, Mime(upload), upload.Bytes, size);
    }

    private static void AddTitle(JsonObject shown, RequestFields fields, string kind)
    {
        foreach (var name in kind == "audio" ? ["performer", "title"] : Array.Empty<string>())
        {
            if (fields.Text(name) is { Length: > 0 } value)
            {
                shown[name] = value;
            }
        }
    }

    private static StoredFile Take(BotCall call, string kind, string? media, Upload? upload)
    {
        if (media?.StartsWith(AttachPrefix, StringComparison.Ordinal) == true)
        {
            upload = call.Fields.Upload(media[AttachPrefix.Length..])
                ?? throw BotApiException.BadRequest($"file \"{media}\" not found in the request: attach it as a part of a multipart/form-data body");
        }

        if (upload is not null)
        {
            return Store(call.Bot, kind, upload);
        }

        if (string.IsNullOrEmpty(media))
        {
            throw BotApiException.BadRequest($"there is no {kind.Replace('_', ' ')} in the request");
        }

        if (media.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || media.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw BotApiException.BadRequest("failed to get HTTP URL content");
        }

        var file = call.Bot.Files.FindByFileId(media) ?? throw BotApiException.BadRequest("wrong file identifier/HTTP URL specified");
        return file.Kind == kind || (kind is "document" or "animation" or "video" && file.Kind is "document" or "animation" or "video")
            ? file
            : throw BotApiException.BadRequest($"can't use file of type {Spoken(file.Kind)} as {Spoken(kind)}");
    }

    private static string Spoken(string kind) => kind switch
    {
        "voice" => "VoiceNote",
        "video_note" => "VideoNote",
        _ => char.ToUpperInvariant(kind[0]) + kind[1..],
    };

    private static void CheckPhoto(Upload upload, ImageSize? size)
    {
        if (upload.Bytes.LongLength > MaximumPhoto)
        {
            throw BotApiException.BadRequest(
                $"file of size {upload.Bytes.LongLength} bytes is too big for a photo; the maximum size is {MaximumPhoto} bytes");
        }

        if (size is not { Width: > 0, Height: > 0 })
        {
            throw BotApiException.BadRequest("IMAGE_PROCESS_FAILED");
        }

        if (size.Width + (long)size.Height > 10_000 || Math.Max(size.Width, size.Height) > 20L * Math.Min(size.Width, size.Height))
        {
            throw BotApiException.BadRequest("PHOTO_INVALID_DIMENSIONS");
        }
    }

    // Telegram goes by the name first: most clients send application/octet-stream for everything.
    private static string Mime(Upload upload) => Path.GetExtension(upload.Name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".pdf" => "application/pdf",
        ".txt" => "text/plain",
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".ics" => "text/calendar",
        ".zip" => "application/zip",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".mp3" => "audio/mpeg",
        ".ogg" or ".oga" => "audio/ogg",
        ".mp4" => "video/mp4",
        _ => upload.Mime.Split(';')[0].Trim() is { Length: > 0 } sent ? sent : "application/octet-stream",
    };
}
