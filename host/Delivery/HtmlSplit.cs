using System.Globalization;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// Splits a text that is longer than Telegram takes: at a paragraph, else at a line, else at a word, else where it must.
/// Tags open at the cut are closed before it and opened again behind it.
/// </summary>
internal static class HtmlSplit
{
    /// <summary>Characters of a message after its markup is read.</summary>
    public const int MaxText = 4096;

    /// <summary>The same of a caption.</summary>
    public const int MaxCaption = 1024;

    /// <summary>The pieces in their order; the text itself when it fits.</summary>
    /// <param name="html">Well-formed, as Markup makes it.</param>
    /// <param name="max">Most characters a piece shows.</param>
    public static IReadOnlyList<string> Split(string html, int max)
    {
        if (html.Length <= max)
        {
            return [html];
        }

        var pieces = new List<string>();
        var rest = new Piece(html, max);
        while (rest.Next() is { } piece)
        {
            if (piece.ShowsAnything)
            {
                pieces.Add(piece.Html);
            }
        }

        return pieces.Count == 0 ? [""] : pieces;
    }

    /// <summary>Whether it fits into one message.</summary>
    public static bool Fits(string html, int max) => html.Length <= max || Split(html, max).Count == 1;

    /// <summary>The first line, cut at a word with «…» when it shows more than so many characters.</summary>
    public static string FirstLine(string html, int max)
    {
        var lines = new Piece(html, max, endsAtLine: true);
        var first = lines.Next()!.Value;
        return lines.WasCut ? first.Html + "…" : first.Html;
    }

    /// <summary>Reads on from where the piece before ended.</summary>
    private sealed class Piece(string html, int max, bool endsAtLine = false)
    {
        private readonly List<string> _open = [];
        private int _at;

        /// <summary>Whether the last piece ended before its line did.</summary>
        public bool WasCut { get; private set; }

        public (string Html, bool ShowsAnything)? Next()
        {
            if (_at >= html.Length)
            {
                return null;
            }

            var begun = string.Concat(_open.Select(tag => $"<{tag}>"));
            var (start, visible, shows) = (_at, 0, false);
            Cut? best = null;
            while (_at < html.Length)
            {
                if (html[_at] == '<' && html.IndexOf('>', _at) is var end and > 0)
                {
                    Track(html[(_at + 1)..end]);
                    _at = end + 1;
                    continue;
                }

                var (next, width) = Step(_at);
                if (endsAtLine && html[_at] == '\n')
                {
                    return (begun + html[start.._at] + Close(_open), shows);
                }

                if (visible + width > max)
                {
                    WasCut = true;
                    return (begun + html[start..Take(best ?? new(_at, _at, 0, [.. _open]), out var closing)] + closing, shows);
                }

                best = shows ? Better(best, next, visible) : best;
                shows |= !char.IsWhiteSpace(html[_at]);
                (_at, visible) = (next, visible + width);
            }

            return (begun + html[start..] + Close(_open), shows);
        }

        /// <summary>Goes on behind the cut, with the tags that were open there.</summary>
        private int Take(Cut cut, out string closing)
        {
            (_at, closing) = (cut.Resume, Close(cut.Open));
            while (_at < html.Length && html[_at] is ('\n' or ' '))
            {
                _at++;
            }

            _open.Clear();
            _open.AddRange(cut.Open);
            return cut.End;
        }

        /// <summary>A paragraph is the better place, but not one so early that hardly anything would stand before it.</summary>
        private Cut? Better(Cut? best, int next, int visible)
        {
            var rank = html[_at] switch
            {
                '\n' when next < html.Length && html[next] == '\n' => 3,
                '\n' => 2,
                ' ' => 1,
                _ => 0,
            };
            return rank > 0 && (best is null || rank >= best.Value.Rank || (visible > max / 2 && best.Value.Visible < max / 4))
                ? new(_at, next, rank, [.. _open]) { Visible = visible }
                : best;
        }

        /// <summary>Where the next character begins and how much the one here counts: a pair, or an entity beyond the basic plane, two.</summary>
        private (int Next, int Width) Step(int at)
        {
            if (html[at] == '&' && html.IndexOf(';', at) is var end and > 0 && end - at <= 10)
            {
                return (end + 1, int.TryParse(html.AsSpan(at + 1, end - at - 1).TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code > char.MaxValue ? 2 : 1);
            }

            return char.IsHighSurrogate(html[at]) && at + 1 < html.Length && char.IsLowSurrogate(html[at + 1]) ? (at + 2, 2) : (at + 1, 1);
        }

        private void Track(string tag)
        {
            if (tag is ['/', ..])
            {
                _open.RemoveAt(_open.Count - 1);
                return;
            }

            _open.Add(tag);
        }

        private static string Close(IEnumerable<string> open) =>
            string.Concat(open.Reverse().Select(tag => $"</{tag.Split(' ')[0]}>"));
    }

    /// <summary>A place to cut: where the piece ends, where the next begins, and how good it is.</summary>
    private readonly record struct Cut(int End, int Resume, int Rank, string[] Open)
    {
        public int Visible { get; init; }
    }
}
