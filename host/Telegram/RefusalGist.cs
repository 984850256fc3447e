using System.Text.RegularExpressions;

namespace DrAivBot.Host.Telegram;

/// <summary>
/// What of Telegram's reason for a refusal may be logged: the words Telegram always says, not what it quotes of the
/// message.
/// </summary>
internal static partial class RefusalGist
{
    public static string Of(string reason) => Fixed().Match(reason).Value.TrimEnd();

    /// <summary>Plain words up to the second colon, the first quote that opens or the first digit.</summary>
    [GeneratedRegex(@"^([A-Za-z_,' -]+:)?((?! ')[A-Za-z_,' -])*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fixed();
}
