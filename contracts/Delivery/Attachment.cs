using DrAivBot.Screens;

namespace DrAivBot.Delivery;

/// <summary>A file that goes with a reply or a notification. The host keeps it until Telegram has it.</summary>
public sealed record Attachment
{
    /// <summary>The largest file Telegram takes, in bytes: 50 MB.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>The largest photo Telegram takes, in bytes: 10 MB. A larger one goes as a document.</summary>
    public const int MaxPhotoBytes = 10 * 1024 * 1024;

    /// <summary>The longest caption in characters, tags left out.</summary>
    public const int MaxCaption = 1024;

    /// <summary>The name the user sees, with its extension: 1 to 120 characters, without path.</summary>
    public required string Name { get; init; }

    /// <summary>The content; not empty, at most <see cref="MaxBytes"/>.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Whether it is shown as a picture in the chat (JPEG or PNG). False by default: a document, unchanged.</summary>
    public bool IsPhoto { get; init; }

    /// <summary>
    /// What stands under the file and goes with it when the user forwards it: at most <see cref="MaxCaption"/> characters.
    /// Empty by default; not used when the whole text of a notification fits there.
    /// </summary>
    public Markup Caption { get; init; }
}
