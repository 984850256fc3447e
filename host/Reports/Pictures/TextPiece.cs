using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>A text broken into lines.</summary>
internal sealed class TextPiece(Lettering letters, string text, float width, int maxLines, SKColor color)
{
    private readonly IReadOnlyList<string> _lines = letters.Wrap(text, width, maxLines);

    public float Height => _lines.Count * letters.LineHeight;

    public void Draw(SKCanvas canvas, float x, float y)
    {
        foreach (var line in _lines)
        {
            letters.Write(canvas, line, x, y, color);
            y += letters.LineHeight;
        }
    }
}
