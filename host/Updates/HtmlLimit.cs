using System.Globalization;
using System.Text;

namespace DrAivBot.Host.Updates;

/// <summary>Keeps a text within Telegram's limit, which counts what is seen, not the tags.</summary>
internal static class HtmlLimit
{
    /// <summary>Characters of a message after its markup is read.</summary>
    public const int MaxVisible = 4096;

    /// <summary>The text itself when it fits; else its beginning up to the end of a line, with «…» and every tag closed.</summary>
    public static string Cut(string html, int maxVisible = MaxVisible)
    {
        var open = new Stack<string>();
        var visible = 0;
        var lastBreak = -1;
        string[] openAtBreak = [];
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<' && html.IndexOf('>', at) is var end and > 0)
            {
                Track(open, html[(at + 1)..end]);
                at = end + 1;
                continue;
            }

            var (next, width) = Step(html, at);
            if (visible + width > maxVisible - 2)
            {
                return Fits(html, at, visible, maxVisible) ? html : Close(html, lastBreak > 0 ? lastBreak : at, lastBreak > 0 ? openAtBreak : [.. open]);
            }

            if (html[at] == '\n')
            {
                (lastBreak, openAtBreak) = (at, [.. open]);
            }

            (at, visible) = (next, visible + width);
        }

        return html;
    }

    private static bool Fits(string html, int from, int visible, int maxVisible)
    {
        for (var at = from; at < html.Length && visible <= maxVisible;)
        {
            if (html[at] == '<' && html.IndexOf('>', at) is var end and > 0)
            {
                at = end + 1;
                continue;
            }

            var (next, width) = Step(html, at);
            (at, visible) = (next, visible + width);
        }

        return visible <= maxVisible;
    }

    /// <summary>Where the next character begins and how much the one here counts: an entity beyond the basic plane, such as an emoji's, two.</summary>
    private static (int Next, int Width) Step(string html, int at) =>
        html[at] == '&' && html.IndexOf(';', at) is var end and > 0
            ? (end + 1, int.TryParse(html.AsSpan(at + 1, end - at - 1).TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code > char.MaxValue ? 2 : 1)
            : (at + 1, 1);

    private static void Track(Stack<string> open, string tag)
    {
        if (tag is ['/', ..])
        {
            open.TryPop(out _);
            return;
        }

        open.Push(tag.Split(' ')[0]);
    }

    private static string Close(string html, int at, IReadOnlyList<string> open)
    {
        var cut = char.IsLowSurrogate(html[at]) ? at - 1 : at;
        var result = new StringBuilder(html, 0, cut, cut + 64).Append('\n').Append('…');
        foreach (var tag in open)
        {
            result.Append("</").Append(tag).Append('>');
        }

        return result.ToString();
    }
}
