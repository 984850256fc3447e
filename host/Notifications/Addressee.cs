namespace DrAivBot.Host.Notifications;

/// <summary>One person a notification goes to.</summary>
internal sealed record Addressee
{
    public required Guid UserId { get; init; }

    /// <summary>Their Telegram id, which is that of the private chat.</summary>
    public required long ChatId { get; init; }

    /// <summary>Chosen by them or told by Telegram; null when neither is known.</summary>
    public string? Language { get; init; }

    /// <summary>Chosen by them, else the company's; null when neither is known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether they blocked the bot or left Telegram.</summary>
    public bool IsUnreachable { get; init; }
}
