namespace DrAivBot.Host.Telegram;

/// <summary>An update as it came, with what is needed to store it.</summary>
internal sealed record RawUpdate(long UpdateId, long Lane, string Json);
