namespace DrAivBot.Host.Telegram;

/// <summary>A screen with its buttons as Telegram gets them.</summary>
internal sealed record OutgoingScreen
{
    public required string Html { get; init; }

    public IReadOnlyList<IReadOnlyList<OutgoingButton>> Rows { get; init; } = [];

    /// <summary>The message to edit; null sends a new one.</summary>
    public int? EditMessageId { get; init; }

    /// <summary>Whether it is a notice beside the live screen, which stays as it is.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Whether it comes without a sound.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A button: callback data or a web address.</summary>
internal sealed record OutgoingButton(string Label, string? Data, string? Link);

/// <summary>A file to send: its content, or its id at Telegram once it was there.</summary>
internal sealed record UploadedFile(string Name, bool IsPhoto, byte[]? Content, string? TelegramFileId, string? Caption = null);
