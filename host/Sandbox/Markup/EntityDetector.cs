using System.Buffers;
using System.Globalization;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>Finds what Telegram marks by itself in any text.</summary>
/// <remarks>Scanned by hand in one pass: a pattern with a time limit fails on a busy machine, and texts of users must not.</remarks>
internal static class EntityDetector
{
    private const int LongestHashtag = 256;

    private static readonly SearchValues<char> Name =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static IEnumerable<TextEntity> Find(string text)
    {
        var links = LinkDetector.Find(text);
        return links.Concat(Outside(links, FindNames(text)));
    }

    /// <summary>Names that are no part of a link: both come in the order of the text.</summary>
    private static IEnumerable<TextEntity> Outside(List<TextEntity> links, List<TextEntity> names)
    {
        var link = 0;
        foreach (var name in names)
        {
            while (link < links.Count && links[link].Offset + links[link].Length <= name.Offset)
            {
                link++;
            }

            if (link == links.Count || links[link].Offset >= name.Offset + name.Length)
            {
                yield return name;
            }
        }
    }

    private static List<TextEntity> FindNames(string text)
    {
        var found = new List<TextEntity>();
        for (var at = text.AsSpan().IndexOfAny("/@#"); at >= 0;)
        {
            var entity = At(text, at);
            if (entity is not null)
            {
                found.Add(entity);
            }

            var from = at + (entity?.Length ?? 1);
            var next = text.AsSpan(from).IndexOfAny("/@#");
            at = next < 0 ? -1 : from + next;
        }

        return found;
    }

    private static TextEntity? At(string text, int at)
    {
        var (type, length) = text[at] switch
        {
            '/' => ("bot_command", Command(text, at)),
            '@' => ("mention", Mention(text, at)),
            _ => ("hashtag", Hashtag(text, at)),
        };
        return length > 0 ? new(type, at, length) : null;
    }

    private static int Command(string text, int at)
    {
        if (Before(text, at) is '/' or '@' or '<' or '>' || IsWord(Before(text, at)))
        {
            return 0;
        }

        var end = EndOfName(text, at + 1);
        if (end - at - 1 is < 1 or > 64)
        {
            return 0;
        }

        if (After(text, end) == '@' && EndOfName(text, end + 1) - end - 1 is >= 3 and <= 32 and var bot)
        {
            end += bot + 1;
        }

        return After(text, end) is '/' or '@' || IsWord(After(text, end)) ? 0 : end - at;
    }

    private static int Mention(string text, int at)
    {
        if (Before(text, at) is '/' or '@' or '.' || IsWord(Before(text, at)) || !char.IsAsciiLetter(After(text, at + 1)))
        {
            return 0;
        }

        var end = EndOfName(text, at + 1);
        return end - at - 1 is < 3 or > 32 || IsWord(After(text, end)) ? 0 : end - at;
    }

    private static int Hashtag(string text, int at)
    {
        var end = at + 1;
        while (IsWord(After(text, end)))
        {
            end++;
        }

        var tag = text.AsSpan(at + 1, end - at - 1);
        var stands = Before(text, at) != '#' && !IsWord(Before(text, at)) && After(text, end) != '#';
        return stands && tag.Length <= LongestHashtag && HasLetter(tag) ? end - at : 0;
    }

    public static bool IsWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark;

    /// <summary>The character before a position; NUL at the start.</summary>
    public static char Before(string text, int at) => at > 0 ? text[at - 1] : '\0';

    /// <summary>The character at a position; NUL beyond the end.</summary>
    public static char After(string text, int at) => at < text.Length ? text[at] : '\0';

    private static bool HasLetter(ReadOnlySpan<char> tag)
    {
        foreach (var c in tag)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfName(string text, int from)
    {
        var length = from < text.Length ? text.AsSpan(from).IndexOfAnyExcept(Name) : 0;
        return length < 0 ? text.Length : from + length;
    }
}
