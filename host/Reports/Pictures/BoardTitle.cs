using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>The top of a picture: title, subtitle, and what the circles mean.</summary>
internal sealed class BoardTitle : IDisposable
{
    private readonly float _width;
    private readonly Lettering _large;
    private readonly Lettering _small;
    private readonly TextPiece _title;
    private readonly TextPiece? _subtitle;
    private readonly (OrgBoardPost Post, string Words)[] _legend;
    private readonly bool _legendBeside;

    public BoardTitle(BoardFonts fonts, OrgBoardPicture picture, float width, float size, bool legendBeside)
    {
        (_width, _legendBeside) = (width, legendBeside);
        _large = new(fonts, size, isBold: true);
        _small = new(fonts, size * 0.5f, isBold: false);
        var words = picture.Words;
        var holder = new OrgBoardPost { Number = 0, Name = "", Holder = " " };
        _legend = [(holder, Capital(words.Filled)), (holder with { IsTemporary = true }, Capital(words.Temporary)), (holder with { Holder = null }, Capital(words.Vacant))];
        var room = legendBeside ? width - LegendWidth - size : width;
        _title = new(_large, picture.Title, room, 2, BoardColors.Ink);
        _subtitle = picture.Subtitle is { } subtitle ? new(_small, subtitle, room, 2, BoardColors.Soft) : null;
    }

    public float Height => _title.Height + (_subtitle?.Height ?? 0) + (_legendBeside ? 0 : _small.LineHeight * 1.5f);

    private float Radius => _small.LineHeight * 0.36f;

    private float LegendWidth => _legend.Sum(WidthOf) - Between;

    private float Between => _small.LineHeight * 0.9f;

    public void Draw(SKCanvas canvas, float x, float y, SKColor color)
    {
        _title.Draw(canvas, x, y);
        _subtitle?.Draw(canvas, x, y + _title.Height);
        var left = _legendBeside ? x + _width - LegendWidth : x;
        var top = _legendBeside ? y + Math.Max(0, (Height - _small.LineHeight) / 2) : y + Height - _small.LineHeight;
        foreach (var entry in _legend)
        {
            PostPiece.Mark(canvas, left + Radius, top + (_small.LineHeight / 2), Radius, color, entry.Post);
            _small.Write(canvas, entry.Words, left + (Radius * 2.8f), top, BoardColors.Soft);
            left += WidthOf(entry);
        }
    }

    public void Dispose()
    {
        _large.Dispose();
        _small.Dispose();
    }

    private float WidthOf((OrgBoardPost Post, string Words) entry) => (Radius * 2.8f) + _small.Measure(entry.Words) + Between;

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
