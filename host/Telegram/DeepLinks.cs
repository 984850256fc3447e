using DrAivBot.Routing;

namespace DrAivBot.Host.Telegram;

/// <summary>Links to the bot, by the name that Telegram told at the start.</summary>
internal sealed class DeepLinks(BotIdentity bot) : IDeepLinks
{
    public Uri Create(string payload)
    {
        if (payload.Length is 0 or > IDeepLinks.MaxLength || !payload.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw new ArgumentException($"A link carries 1 to {IDeepLinks.MaxLength} characters of A-Z a-z 0-9 _ -. Keep the rest in a table and let the link carry its key.", nameof(payload));
        }

        return bot.Username is { } name
            ? new($"https://t.me/{name}?start={payload}")
            : throw new InvalidOperationException("Telegram has not told the bot's name yet, so no link can be written. Turns begin after it did; a job can try again.");
    }
}
