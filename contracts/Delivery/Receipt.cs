using DrAivBot.Organisation;

namespace DrAivBot.Delivery;

/// <summary>What became of a notification for one person. Kept for 90 days.</summary>
public sealed record Receipt
{
    /// <summary>The recipient.</summary>
    public required UserId User { get; init; }

    /// <summary>How far it is.</summary>
    public required ReceiptState State { get; init; }

    /// <summary>When it was sent or given up; null while it is on its way.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}

/// <summary>How far a notification is. New ones may come.</summary>
public enum ReceiptState
{
    /// <summary>Waits for the end of quiet hours, or for its turn among very many.</summary>
    Held = 0,

    /// <summary>On its way.</summary>
    Queued = 1,

    /// <summary>Telegram has it, by itself or as a line of a digest.</summary>
    Sent = 2,

    /// <summary>Telegram refused it.</summary>
    Failed = 3,

    /// <summary>The person has blocked the bot or left Telegram; it is not sent later.</summary>
    Unreachable = 4,

    /// <summary>It may or may not have arrived, and is not sent again.</summary>
    Unknown = 5,
}
