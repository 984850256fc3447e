using System.Globalization;
using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Draws a week: days side by side, hours from the top.</summary>
internal sealed class WeekPainter : IDisposable
{
    private const float Width = 1280;
    private const float Margin = 28;
    private const float HoursWidth = 76;
    private const float DayHeight = 64;
    private const float WholeDayHeight = 42;
    private const int MostWholeDays = 3;
    private const float RestShare = 0.58f;
    private static readonly SKColor RestFill = new(0xF8, 0xFA, 0xFC);
    private static readonly SKColor TodayFill = new(0xEF, 0xF6, 0xFF);
    private static readonly SKColor TodayInk = new(0x1D, 0x4E, 0xD8);
    private static readonly SKColor NowColor = new(0xDC, 0x26, 0x26);

    private readonly WeekPicture _picture;
    private readonly Lettering _day;
    private readonly Lettering _hour;
    private readonly WeekBlockPiece _piece;
    private readonly PictureHead _head;
    private readonly (float X, float Width)[] _columns;
    private readonly int _firstHour;
    private readonly int _lastHour;
    private readonly float _hourHeight;

    private WeekPainter(BoardFonts fonts, WeekPicture picture)
    {
        _picture = picture;
        _day = new(fonts, 31, isBold: true);
        _hour = new(fonts, 24, isBold: false);
        _piece = new(fonts);
        _head = new(fonts, picture.Title, picture.Subtitle, picture.Legend, Width - (2 * Margin));
        _columns = Columns(picture.Days);
        var timed = picture.Days.SelectMany(day => day.Blocks).Where(block => !block.IsWholeDay).ToArray();
        _firstHour = Math.Min(picture.FirstHour, timed.Length == 0 ? 24 : timed.Min(block => (int)Math.Floor(block.From.TotalHours)));
        _lastHour = Math.Max(picture.LastHour, timed.Length == 0 ? 0 : timed.Max(block => (int)Math.Ceiling(block.Until.TotalHours)));
        _hourHeight = Math.Clamp(1240f / (_lastHour - _firstHour), 62, 112);
    }

    private float WholeDaysHeight => MaxWholeDays == 0 ? 0 : (MaxWholeDays * WholeDayHeight) + 10;

    private int MaxWholeDays => _picture.Days.Max(day => Math.Min(MostWholeDays, day.Blocks.Count(block => block.IsWholeDay)));

    private float GridHeight => (_lastHour - _firstHour) * _hourHeight;

    private TimeSpan Shortest => TimeSpan.FromHours(_piece.LeastHeight / _hourHeight);

    public static ReadOnlyMemory<byte> Paint(BoardFonts fonts, WeekPicture picture)
    {
        using var painter = new WeekPainter(fonts, picture);
        return painter.Paint();
    }

    public void Dispose()
    {
        _day.Dispose();
        _hour.Dispose();
        _piece.Dispose();
        _head.Dispose();
    }

    private byte[] Paint()
    {
        var top = Margin + _head.Height + 18;
        var grid = top + DayHeight + WholeDaysHeight;
        var foot = grid + GridHeight + 18;
        var height = foot + (_head.LegendHeight > 0 ? _head.LegendHeight + 14 : 0) + Margin - 8;
        return PictureSurface.Paint(Width, height, canvas =>
        {
            _head.Draw(canvas, Margin, Margin * 0.7f);
            canvas.Fill(new(Margin, top, Width - Margin, grid + GridHeight + 8), BoardColors.Card, 18);
            DrawHours(canvas, grid);
            for (var i = 0; i < _columns.Length; i++)
            {
                DrawDay(canvas, _picture.Days[i], _columns[i], top, grid);
            }

            _head.DrawLegend(canvas, Margin, foot + 4);
        });
    }

    private void DrawHours(SKCanvas canvas, float grid)
    {
        if (MaxWholeDays > 0)
        {
            var label = new TextPiece(_hour, _picture.WholeDay, HoursWidth - 12, 2, BoardColors.Soft);
            label.Draw(canvas, Margin + 10, grid - WholeDaysHeight + 2);
        }

        for (var hour = _firstHour; hour <= _lastHour; hour++)
        {
            var y = grid + ((hour - _firstHour) * _hourHeight);
            canvas.Line(new(Margin + HoursWidth, y), new(Width - Margin, y), BoardColors.Edge, hour == _firstHour ? 2.5f : 1.5f);
            if (hour < _lastHour)
            {
                var name = hour.ToString("00", CultureInfo.InvariantCulture) + ":00";
                _hour.Write(canvas, name, Margin + HoursWidth - 8 - _hour.Measure(name), y + 3, BoardColors.Soft);
            }
        }
    }

    private void DrawDay(SKCanvas canvas, WeekPictureDay day, (float X, float Width) column, float top, float grid)
    {
        var bottom = grid + GridHeight;
        if (day.IsToday || day.IsRest)
        {
            using var shade = new SKPaint { Color = (day.IsToday ? TodayFill : RestFill).WithAlpha(day.IsToday ? (byte)190 : (byte)255), BlendMode = SKBlendMode.Multiply };
            canvas.DrawRect(new(column.X, top + DayHeight, column.X + column.Width, bottom), shade);
        }

        canvas.Line(new(column.X, top + DayHeight), new(column.X, bottom), BoardColors.Edge, 1.5f);
        DrawDayTitle(canvas, day, column, top);
        DrawWholeDays(canvas, day, column, top + DayHeight);
        var entries = WeekLanes.Place(day.Blocks, Shortest);
        foreach (var entry in entries)
        {
            var width = (column.Width - 8) / entry.Lanes;
            var place = SKRect.Create(
                column.X + 5 + (entry.Lane * width), grid + Down(entry.From) + 2, width - 3, Down(entry.Until) - Down(entry.From) - 4);
            _piece.Draw(canvas, entry.Block, place);
        }

        foreach (var entry in entries.Where(entry => entry.HiddenBeside > 0))
        {
            _piece.DrawBadge(canvas, _picture.More(entry.HiddenBeside), column.X + column.Width - 6, grid + Down(entry.LastUntil) - _piece.BadgeHeight - 5);
        }

        if (day.Now is { } now && now.TotalHours >= _firstHour && now.TotalHours <= _lastHour)
        {
            var y = grid + Down(now);
            canvas.Line(new(column.X, y), new(column.X + column.Width, y), NowColor, 3);
            canvas.Fill(SKRect.Create(column.X - 6, y - 6, 12, 12), NowColor, 6);
        }
    }

    private void DrawDayTitle(SKCanvas canvas, WeekPictureDay day, (float X, float Width) column, float top)
    {
        var title = _day.Wrap(day.Title, column.Width - 6, 1) is [var line, ..] ? line : "";
        var (middle, y) = (column.X + (column.Width / 2), top + ((DayHeight - _day.LineHeight) / 2));
        if (day.IsToday)
        {
            var half = Math.Min((_day.Measure(title) / 2) + 16, column.Width / 2);
            canvas.Fill(new(middle - half, y - 3, middle + half, y + _day.LineHeight + 3), TodayInk, 20);
        }

        _day.WriteCentered(canvas, title, middle, y, day.IsToday ? SKColors.White : day.IsRest ? BoardColors.Waiting : BoardColors.Ink);
    }

    private void DrawWholeDays(SKCanvas canvas, WeekPictureDay day, (float X, float Width) column, float y)
    {
        var blocks = day.Blocks.Where(block => block.IsWholeDay).ToArray();
        var shown = blocks.Length > MostWholeDays ? MostWholeDays - 1 : blocks.Length;
        for (var i = 0; i < shown; i++)
        {
            _piece.Draw(canvas, blocks[i], SKRect.Create(column.X + 5, y + (i * WholeDayHeight), column.Width - 11, WholeDayHeight - 4));
        }

        if (shown < blocks.Length)
        {
            _piece.DrawBadge(canvas, _picture.More(blocks.Length - shown), column.X + column.Width - 6, y + (shown * WholeDayHeight) + 2);
        }
    }

    private float Down(TimeSpan time) => ((float)time.TotalHours - _firstHour) * _hourHeight;

    private static (float X, float Width)[] Columns(IReadOnlyList<WeekPictureDay> days)
    {
        var shares = days.Select(day => day is { IsRest: true, IsToday: false, Blocks.Count: 0 } ? RestShare : 1f).ToArray();
        var unit = (Width - (2 * Margin) - HoursWidth) / shares.Sum();
        var x = Margin + HoursWidth;
        return [.. shares.Select(share =>
        {
            var column = (x, share * unit);
            x += share * unit;
            return column;
        })];
    }
}
