using System.Buffers;
using static DrAivBot.Host.Sandbox.Markup.EntityDetector;

namespace DrAivBot.Host.Sandbox.Markup;

/// <summary>Finds web and mail addresses, with or without a scheme.</summary>
internal static class LinkDetector
{
    private const int LongestMailbox = 64;

    // The last is Russia's own top domain, of two Cyrillic letters.
    private static readonly string[] Endings = ["com", "org", "net", "io", "me", "ru", "dev", "\u0440\u0444"];

    private static readonly SearchValues<char> Word =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static List<TextEntity> Find(string text)
    {
        var found = new List<TextEntity>();
        for (var at = 0; at < text.Length;)
        {
            var link = At(text, at);
            if (link is not null)
            {
                found.Add(link);
            }

            at += link?.Length ?? Skip(text, at);
        }

        return found;
    }

    private static TextEntity? At(string text, int at)
    {
        if (IsWord(Before(text, at)))
        {
            return null;
        }

        return WithScheme(text, at) is > 0 and var url ? new("url", at, url)
            : Mail(text, at) is > 0 and var mail ? new("email", at, mail)
            : Bare(text, at) is > 0 and var bare ? new("url", at, bare)
            : null;
    }

    /// <summary>No address starts in the middle of a word.</summary>
    private static int Skip(string text, int at)
    {
        var run = text.AsSpan(at).IndexOfAnyExcept(Word);
        return Math.Max(1, run < 0 ? text.Length - at : run);
    }

    private static int WithScheme(string text, int at)
    {
        var rest = text.AsSpan(at);
        var scheme = rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        var end = scheme == 0 ? at : EndOfAddress(text, at + scheme);
        return end > at + scheme ? end - at : 0;
    }

    private static int Bare(string text, int at)
    {
        if (Before(text, at) is '@' or '.' or '-' || !char.IsAsciiLetterOrDigit(text[at]))
        {
            return 0;
        }

        var end = EndOfHost(text, at, c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '\u0440' or '\u0444' or '\u0420' or '\u0424');
        var labels = text[at..end].Split('.');
        if (labels.Length < 2 || !Array.Exists(Endings, ending => ending.Equals(labels[^1], StringComparison.OrdinalIgnoreCase))
            || !labels[..^1].All(IsLabel) || GoesOn(text, end))
        {
            return 0;
        }

        return (After(text, end) == '/' && EndOfAddress(text, end + 1) is var path && path > end + 1 ? path : end) - at;
    }

    private static int Mail(string text, int at)
    {
        var mailbox = at;
        while (mailbox - at <= LongestMailbox && IsMailbox(After(text, mailbox)))
        {
            mailbox++;
        }

        if (Before(text, at) is '.' or '+' or '-' || mailbox == at || mailbox - at > LongestMailbox || After(text, mailbox) != '@')
        {
            return 0;
        }

        var end = EndOfHost(text, mailbox + 1, c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        var labels = text[(mailbox + 1)..end].Split('.');
        var stands = labels.Length is >= 2 and <= 9 && labels.All(IsLabel)
            && labels[^1].Length is >= 2 and <= 24 && labels[^1].All(char.IsAsciiLetter);
        return stands && After(text, end) != '-' && !IsWord(After(text, end)) ? end - at : 0;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsMailbox(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';

    private static int EndOfHost(string text, int from, Func<char, bool> belongs)
    {
        var end = from;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        while (end > from && text[end - 1] is ('.' or '-'))
        {
            end--;
        }

        return end;
    }

    /// <summary>Where an address stops: at a space, a bracket or a quotation mark, without the punctuation of the sentence around it.</summary>
    private static int EndOfAddress(string text, int from)
    {
        var end = from;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '«' or '»'))
        {
            end++;
        }

        while (end > from && text[end - 1] is ('.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\''))
        {
            end--;
        }

        return end;
    }

    /// <summary>Whether a word goes on behind a host, so that it was none: a.com.example, a.com@b.</summary>
    private static bool GoesOn(string text, int end)
    {
        while (After(text, end) is '@' or '.' or '-')
        {
            end++;
        }

        return IsWord(After(text, end));
    }
}
