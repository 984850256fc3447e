using System.Text;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Letters of one size and weight: measures, breaks into lines, writes.</summary>
internal sealed class Lettering : IDisposable
{
    private const string Ellipsis = "…";

    /// <summary>Of a broken word, hyphen included.</summary>
    private const int ShortestPiece = 4;

    private readonly BoardFonts _fonts;
    private readonly SKFont[] _faces;

    public Lettering(BoardFonts fonts, float size, bool isBold)
    {
        _fonts = fonts;
        _faces = [.. fonts.Faces(isBold).Select(face => new SKFont(face, size) { Edging = SKFontEdging.Antialias, Subpixel = true })];
        LineHeight = size * 1.24f;
        Ascent = size * 0.97f;
    }

    public float LineHeight { get; }

    /// <summary>From the top of a line down to the foot of its letters.</summary>
    public float Ascent { get; }

    public float Measure(string text) => Runs(text).Sum(run => run.Face.MeasureText(run.Text));

    /// <summary>Breaks a text at its spaces; what does not fit in the lines ends with «…».</summary>
    public IReadOnlyList<string> Wrap(string text, float width, int maxLines)
    {
        var lines = new List<string>();
        var words = new Queue<string>(_fonts.Drawable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Break(word, width)));
        while (words.Count > 0 && lines.Count < maxLines)
        {
            var line = words.Dequeue();
            while (words.TryPeek(out var next) && Measure($"{line} {next}") <= width)
            {
                line = $"{line} {words.Dequeue()}";
            }

            lines.Add(line);
        }

        if (words.Count > 0)
        {
            lines[^1] = Shorten($"{lines[^1]} {words.Peek()}", width);
        }

        return lines;
    }

    public void Write(SKCanvas canvas, string text, float x, float top, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        foreach (var (run, face) in Runs(text))
        {
            canvas.DrawText(run, x, top + Ascent, SKTextAlign.Left, face, paint);
            x += face.MeasureText(run);
        }
    }

    public void WriteCentered(SKCanvas canvas, string text, float x, float top, SKColor color) =>
        Write(canvas, text, x - (Measure(text) / 2), top, color);

    public void Dispose()
    {
        foreach (var face in _faces)
        {
            face.Dispose();
        }
    }

    private string Shorten(string text, float width)
    {
        var runes = text.EnumerateRunes().ToList();
        while (runes.Count > 1 && Measure(string.Concat(runes) + Ellipsis) > width)
        {
            runes.RemoveAt(runes.Count - 1);
        }

        return string.Concat(runes).TrimEnd(' ', ',', '·', '-') + Ellipsis;
    }

    /// <summary>A word that is wider than a line is broken at its hyphens, then anywhere.</summary>
    private List<string> Break(string word, float width)
    {
        if (Measure(word) <= width)
        {
            return [word];
        }

        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0 && hyphen < word.Length - 1)
        {
            return [.. Break(word[..(hyphen + 1)], width), .. Break(word[(hyphen + 1)..], width)];
        }

        var (pieces, piece) = (new List<string>(), new StringBuilder());
        foreach (var rune in word.EnumerateRunes())
        {
            if (piece.Length > 1 && Measure($"{piece}{rune}-") > width)
            {
                pieces.Add($"{piece}-");
                piece.Clear();
            }

            piece.Append(rune);
        }

        if (piece.Length == 1 && pieces.Count > 0 && pieces[^1].Length > ShortestPiece && !char.IsSurrogate(pieces[^1][^2]))
        {
            // A letter alone on its line reads like a slip.
            piece.Insert(0, pieces[^1][^2]);
            pieces[^1] = pieces[^1][..^2] + "-";
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    /// <summary>Stretches of the text that one face has all letters for.</summary>
    private IEnumerable<(string Text, SKFont Face)> Runs(string text)
    {
        var (run, face) = (new StringBuilder(), _faces[0]);
        foreach (var rune in text.EnumerateRunes())
        {
            var wanted = _faces[0].ContainsGlyph(rune.Value) ? _faces[0]
                : Array.Find(_faces, candidate => candidate.ContainsGlyph(rune.Value)) ?? _faces[0];
            if (wanted != face && run.Length > 0)
            {
                yield return (run.ToString(), face);
                run.Clear();
            }

            face = wanted;
            run.Append(rune);
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), face);
        }
    }
}
