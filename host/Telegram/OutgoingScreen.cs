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
}

/// <summary>A button: callback data or a web address.</summary>
internal sealed record OutgoingButton(string Label, string? Data, string? Link);
