using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Title and subtitle at the top of a picture, and what its colours mean at the foot.</summary>
internal sealed class PictureHead : IDisposable
{
    private const float TitleSize = 50;
    private const float SmallSize = 29;
    private const float Swatch = 26;
    private const float Gap = 34;
    private readonly Lettering _large;
    private readonly Lettering _small;
    private readonly TextPiece _title;
    private readonly TextPiece? _subtitle;
    private readonly (string Title, SKColor Color, float X, float Y)[] _legend;

    public PictureHead(BoardFonts fonts, string title, string? subtitle, IReadOnlyList<PictureLegend> legend, float width)
    {
        _large = new(fonts, TitleSize, isBold: true);
        _small = new(fonts, SmallSize, isBold: false);
        _title = new(_large, title, width, 2, BoardColors.Ink);
        _subtitle = subtitle is null ? null : new(_small, subtitle, width, 2, BoardColors.Soft);
        _legend = Arrange(fonts, legend, width);
    }

    public float Height => _title.Height + (_subtitle?.Height ?? 0);

    public float LegendHeight => _legend.Length == 0 ? 0 : _legend[^1].Y + _small.LineHeight;

    public void Draw(SKCanvas canvas, float x, float y)
    {
        _title.Draw(canvas, x, y);
        _subtitle?.Draw(canvas, x, y + _title.Height);
    }

    public void DrawLegend(SKCanvas canvas, float x, float y)
    {
        foreach (var entry in _legend)
        {
            var top = y + entry.Y + ((_small.LineHeight - Swatch) / 2);
            canvas.Fill(SKRect.Create(x + entry.X, top, Swatch, Swatch), entry.Color, 6);
            _small.Write(canvas, entry.Title, x + entry.X + Swatch + 10, y + entry.Y, BoardColors.Soft);
        }
    }

    public void Dispose()
    {
        _large.Dispose();
        _small.Dispose();
    }

    private (string Title, SKColor Color, float X, float Y)[] Arrange(BoardFonts fonts, IReadOnlyList<PictureLegend> legend, float width)
    {
        var placed = new List<(string, SKColor, float, float)>();
        var (x, y) = (0f, 0f);
        foreach (var entry in legend)
        {
            var title = fonts.Drawable(entry.Title);
            var wide = Swatch + 10 + _small.Measure(title);
            if (x > 0 && x + wide > width)
            {
                (x, y) = (0, y + _small.LineHeight);
            }

            placed.Add((title, PictureColor.Of(entry.Color), x, y));
            x += wide + Gap;
        }

        return [.. placed];
    }
}
