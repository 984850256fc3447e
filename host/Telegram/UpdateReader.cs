using System.Text;
using System.Text.Json;
using DrAivBot.Files;

namespace DrAivBot.Host.Telegram;

/// <summary>Reads updates as Telegram sends them.</summary>
internal static class UpdateReader
{
    private const int MaxFileName = 120;
    private const int MaxFileId = 400;

    /// <summary>Finds what intake needs without reading the rest; null when it is no update.</summary>
    public static RawUpdate? ReadEnvelope(string json) => ReadEnvelope(Encoding.UTF8.GetBytes(json));

    /// <summary>The same for an update as it came.</summary>
    public static RawUpdate? ReadEnvelope(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 64 });
            return ReadEnvelope(document.RootElement, Encoding.UTF8.GetString(utf8.Span));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same for an update inside a larger document.</summary>
    public static RawUpdate? ReadEnvelope(JsonElement update, string json)
    {
        if (update.ValueKind != JsonValueKind.Object
            || !update.TryGetProperty("update_id", out var id)
            || id.ValueKind != JsonValueKind.Number
            || !id.TryGetInt64(out var updateId))
        {
            return null;
        }

        return new(updateId, FindLane(update), json);
    }

    /// <summary>Reads a stored update; one whose shape Telegram never sends is ignored rather than retried.</summary>
    public static IncomingUpdate Read(long updateId, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WireUpdateJson.Default.WireUpdate) is { } update
                ? Translate(updateId, update)
                : Ignored(updateId);
        }
        catch (JsonException)
        {
            return Ignored(updateId) with { IsUnreadable = true };
        }
    }

    private static IncomingUpdate Ignored(long updateId) => new() { UpdateId = updateId, Kind = IncomingKind.Ignored };

    private static IncomingUpdate Translate(long updateId, WireUpdate update) => update switch
    {
        { CallbackQuery: { From: not null } press } => new()
        {
            UpdateId = updateId,
            Kind = IncomingKind.Press,
            From = ReadSender(press.From),
            // A message without a chat never comes from Telegram; it must not bring down the turns that are read beside it.
            ChatId = press.Message is { Chat: { } chat } ? chat.Id : press.From.Id,
            IsPrivate = press.Message is not { Chat: { IsPrivate: false } },
            Text = press.Data,
            CallbackId = press.Id,
            PressedMessageId = press.Message?.MessageId,
        },
        { Message: { From: { IsBot: false }, Chat: not null } message } => Translate(updateId, message),
        _ => Ignored(updateId),
    };

    private static IncomingUpdate Translate(long updateId, WireMessage message)
    {
        var (command, argument) = ReadCommand(message.Text);
        return new()
        {
            UpdateId = updateId,
            Kind = Classify(message, command),
            From = ReadSender(message.From!),
            ChatId = message.Chat!.Id,
            IsPrivate = message.Chat.IsPrivate,
            Command = command,
            Text = command is null ? message.Text : argument,
            File = ReadFile(message.Document),
        };
    }

    private static IncomingFile? ReadFile(WireDocument? document) => document is { FileId: { Length: > 0 and <= MaxFileId } id }
        ? new() { Id = id, Name = Shorten(Path.GetFileName((document.FileName ?? "").Replace('\\', '/'))), Size = Math.Max(0, document.FileSize) }
        : null;

    /// <summary>Keeps the end, which says what kind of file it is.</summary>
    private static string Shorten(string name)
    {
        var visible = string.Concat(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return visible.Length <= MaxFileName ? visible : visible[^MaxFileName..];
    }

    private static IncomingKind Classify(WireMessage message, string? command) => message switch
    {
        { Text: not null } => command is null ? IncomingKind.Text : IncomingKind.Command,
        { IsOfChat: true } => IncomingKind.Ignored,
        _ => IncomingKind.OtherContent,
    };

    private static (string? Command, string? Argument) ReadCommand(string? text)
    {
        if (text is not ['/', not ' ', ..])
        {
            return (null, null);
        }

        var end = text.AsSpan().IndexOfAny(" \n\t");
        var word = end < 0 ? text[1..] : text[1..end];
        var at = word.IndexOf('@', StringComparison.Ordinal);
        var name = (at < 0 ? word : word[..at]).ToLowerInvariant();
        return (name, end < 0 ? null : text[(end + 1)..].Trim());
    }

    private static Sender ReadSender(WireUser user) => new(
        user.Id,
        $"{user.FirstName} {user.LastName}".Trim(),
        user.Username,
        user.LanguageCode);

    /// <summary>The lane is the person, whatever the kind of update: a press must not overtake a message. Else the chat.</summary>
    private static long FindLane(JsonElement update)
    {
        foreach (var content in update.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object))
        {
            if (ReadId(content.Value, "from") is { } from)
            {
                return from;
            }

            if (ReadId(content.Value, "chat") is { } chat)
            {
                return chat;
            }
        }

        return 0;
    }

    private static long? ReadId(JsonElement content, string property) =>
        content.TryGetProperty(property, out var holder)
        && holder.ValueKind == JsonValueKind.Object
        && holder.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out var value)
            ? value
            : null;
}
