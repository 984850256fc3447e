namespace DrAivBot.Host.Telegram;

/// <summary>What became of one call to Telegram.</summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Done; the message id where there is a message.</summary>
    public sealed record Done(int MessageId) : SendOutcome
    {
        /// <summary>Ids of the files sent, in their order; null when there were none.</summary>
        public IReadOnlyList<string>? FileIds { get; init; }
    }

    /// <summary>Refused for now: nothing may be sent to this chat before the delay is over.</summary>
    public sealed record Paused(TimeSpan Delay) : SendOutcome;

    /// <summary>The message to edit is gone or cannot be edited any more.</summary>
    public sealed record Gone : SendOutcome;

    /// <summary>The person blocked the bot or deleted the account.</summary>
    public sealed record Unreachable : SendOutcome;

    /// <summary>Telegram will never take it; the reason in its words.</summary>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>Telegram could not be reached or failed. Uncertain when it may have arrived all the same.</summary>
    public sealed record Failed(string Reason, bool IsUncertain) : SendOutcome;

    /// <summary>The group became a supergroup with another id.</summary>
    public sealed record Migrated(long ChatId) : SendOutcome;

    /// <summary>The token is not valid any more.</summary>
    public sealed record Unauthorized : SendOutcome;
}
