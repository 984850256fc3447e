using DrAivBot.Reports;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Letters of a table: as large as its longest words bear.</summary>
internal sealed class TableStyle : IDisposable
{
    private static readonly float[] Sizes = [36, 32, 28, 25, 22];

    public TableStyle(BoardFonts fonts, float size)
    {
        Plain = new(fonts, size, isBold: false);
        Bold = new(fonts, size, isBold: true);
        Header = new(fonts, size * 0.86f, isBold: true);
        Padding = size * 0.42f;
    }

    public Lettering Plain { get; }

    public Lettering Bold { get; }

    public Lettering Header { get; }

    public float Padding { get; }

    /// <summary>The largest letters with which no word has to be broken; the smallest there are when none can do that.</summary>
    public static TableStyle Fitting(BoardFonts fonts, TablePicture picture, float width)
    {
        foreach (var size in Sizes[..^1])
        {
            var style = new TableStyle(fonts, size);
            if (TableWidths.Least(picture, style).Sum() <= width)
            {
                return style;
            }

            style.Dispose();
        }

        return new(fonts, Sizes[^1]);
    }

    public void Dispose()
    {
        Plain.Dispose();
        Bold.Dispose();
        Header.Dispose();
    }
}
