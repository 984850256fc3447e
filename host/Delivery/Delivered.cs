namespace DrAivBot.Host.Delivery;

/// <summary>What became of one claimed message, as it is to be noted in the database.</summary>
internal readonly record struct Delivered(OutboxMessage Message, DeliveryResult Result)
{
    /// <summary>The chat's message that is edited in place from now on; null leaves it as it is.</summary>
    public int? LiveMessageId { get; init; }

    /// <summary>The message Telegram made; 0 when unknown.</summary>
    public int MessageId { get; init; }

    /// <summary>How long to wait before the next try; only with <see cref="DeliveryResult.Again"/>.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the bulk lane has to wait for the same delay.</summary>
    public bool HoldsBulk { get; init; }

    /// <summary>Why it was set aside.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the chat has moved; only with <see cref="DeliveryResult.Moved"/>.</summary>
    public long NewChatId { get; init; }
}

/// <summary>What is done with the row of a message.</summary>
internal enum DeliveryResult
{
    /// <summary>It arrived.</summary>
    Sent = 0,

    /// <summary>Nobody knows whether it arrived, and it is not sent again.</summary>
    Unknown = 1,

    /// <summary>The person cannot be reached.</summary>
    Unreachable = 2,

    /// <summary>Telegram will never take it.</summary>
    SetAside = 3,

    /// <summary>It is tried again later.</summary>
    Again = 4,

    /// <summary>The group became a supergroup with another id; it is tried again there.</summary>
    Moved = 5,
}
