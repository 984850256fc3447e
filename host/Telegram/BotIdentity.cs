namespace DrAivBot.Host.Telegram;

/// <summary>The bot of this host. The id stands before the colon of its token, so it is known without asking.</summary>
internal sealed class BotIdentity(long id)
{
    public long Id => id;

    /// <summary>The name after the @, once Telegram has told it.</summary>
    public string? Username { get; set; }
}
