using System.Globalization;

namespace DrAivBot.Host.Sandbox;

/// <summary>The number before the colon is the bot; the rest is not compared, since nobody but this machine can call.</summary>
internal static class BotToken
{
    public static bool TryParse(string? token, out long botId)
    {
        botId = 0;
        return token?.Split(':') is [{ Length: >= 1 and <= 16 } number, { Length: >= 30 and <= 64 } key]
            && number.All(char.IsAsciiDigit) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            && long.TryParse(number, CultureInfo.InvariantCulture, out botId);
    }
}
