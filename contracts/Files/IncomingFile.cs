namespace DrAivBot.Files;

/// <summary>
/// A file that a user sent to the bot, not downloaded yet: a few words that can be stored in a dialog's state and in a job's
/// payload. What it says of itself is untrusted.
/// </summary>
public sealed record IncomingFile
{
    /// <summary>The largest file a bot can download, in bytes: 20 MB.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>What the host finds it by; of no use to anybody else.</summary>
    public required string Id { get; init; }

    /// <summary>The name the sender gave it, without path, at most 120 characters; empty when it has none.</summary>
    public required string Name { get; init; }

    /// <summary>Its size in bytes as Telegram tells it; 0 when it does not.</summary>
    public required long Size { get; init; }
}
