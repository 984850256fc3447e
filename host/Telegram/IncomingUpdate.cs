using DrAivBot.Files;

namespace DrAivBot.Host.Telegram;

/// <summary>An update in the host's own words.</summary>
internal sealed record IncomingUpdate
{
    public required long UpdateId { get; init; }

    public required IncomingKind Kind { get; init; }

    /// <summary>Whether its shape is none that Telegram sends; it is dropped, and the log says so.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Telegram id of the person; null when the update names none.</summary>
    public Sender? From { get; init; }

    /// <summary>The chat it came from; null when it came from none.</summary>
    public long? ChatId { get; init; }

    /// <summary>Whether it came from the private chat with the bot, the only place for personal data.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The text of a message, or what follows a command; callback data of a press.</summary>
    public string? Text { get; init; }

    /// <summary>The command without slash and bot name, in small letters.</summary>
    public string? Command { get; init; }

    /// <summary>The document of a message; null when it has none.</summary>
    public IncomingFile? File { get; init; }

    /// <summary>Id under which a press is answered.</summary>
    public string? CallbackId { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public int? PressedMessageId { get; init; }
}

/// <summary>Who sent an update.</summary>
internal sealed record Sender(long TelegramId, string Name, string? Username, string? LanguageCode);

/// <summary>The kinds of updates the host tells apart.</summary>
internal enum IncomingKind
{
    /// <summary>Nothing to answer: an edit, a reaction, a membership change.</summary>
    Ignored = 0,
    Text = 1,
    Command = 2,
    Press = 3,

    /// <summary>A message with content other than text.</summary>
    OtherContent = 4,
}
