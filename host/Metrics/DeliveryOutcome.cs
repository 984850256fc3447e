namespace DrAivBot.Host.Metrics;

/// <summary>What one attempt to deliver a message came to.</summary>
internal enum DeliveryOutcome
{
    /// <summary>Telegram took it.</summary>
    Delivered,

    /// <summary>Telegram asked to wait (429).</summary>
    Paused,

    /// <summary>Telegram could not be reached or failed; it is tried again.</summary>
    Failed,

    /// <summary>The answer was lost: it may or may not have arrived.</summary>
    Uncertain,

    /// <summary>The person blocked the bot or is gone.</summary>
    Unreachable,

    /// <summary>Telegram will never take it; it was set aside.</summary>
    SetAside,

    /// <summary>Telegram refused the bot's token.</summary>
    Unauthorized,
}
