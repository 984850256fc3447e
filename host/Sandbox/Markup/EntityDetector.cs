using System.Text.RegularExpressions;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>Finds what Telegram marks by itself in any text.</summary>
internal static partial class EntityDetector
{
    public static IEnumerable<TextEntity> Find(string text)
    {
        var urls = All(Url(), text, "url").Concat(All(Email(), text, "email")).ToList();
        var others = All(Command(), text, "bot_command").Concat(All(Mention(), text, "mention")).Concat(All(Hashtag(), text, "hashtag"));
        return urls.Concat(others.Where(o => !urls.Any(u => o.Offset < u.Offset + u.Length && u.Offset < o.Offset + o.Length)));
    }

    private static IEnumerable<TextEntity> All(Regex pattern, string text, string type) =>
        pattern.Matches(text).Select(m => new TextEntity(type, m.Index, m.Length));

    [GeneratedRegex(@"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w/@.])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#])#(?=\w*\p{L})\w{1,256}(?![\w#])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"\b(?:https?://[^\s<>""«»]*[^\s<>""«».,;:!?)\]']|(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|io|me|ru|dev|рф)(?:/[^\s<>""«»]*[^\s<>""«».,;:!?)\]'])?(?![\w@.-]*\w))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w.+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Email();
}
