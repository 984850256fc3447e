namespace DrAivBot.Files;

/// <summary>What came of a download.</summary>
public sealed record FileDownload
{
    /// <summary>How it went.</summary>
    public required FileDownloadKind Kind { get; init; }

    /// <summary>The content; empty unless it went well.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }
}

/// <summary>How a download went. New ones may come.</summary>
public enum FileDownloadKind
{
    /// <summary>The content is there.</summary>
    Done = 0,

    /// <summary>It is larger than asked for.</summary>
    TooLarge = 1,

    /// <summary>Telegram does not have it any more; ask for it again.</summary>
    Gone = 2,

    /// <summary>Telegram could not be reached or did not answer; try again later.</summary>
    Unavailable = 3,
}
