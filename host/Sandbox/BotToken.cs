using System.Globalization;
using System.Text.RegularExpressions;

namespace DrAivBot.Host.Sandbox;

/// <summary>The number before the colon is the bot; the rest is not compared, since nobody but this machine can call.</summary>
internal static partial class BotToken
{
    public static bool TryParse(string? token, out long botId)
    {
        botId = 0;
        return token is not null && Form().IsMatch(token)
            && long.TryParse(token.AsSpan(0, token.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture, out botId);
    }

    [GeneratedRegex(@"^\d{1,16}:[A-Za-z0-9_-]{30,64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Form();
}
