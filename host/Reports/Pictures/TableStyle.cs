namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Letters of a table: smaller the more columns it has.</summary>
internal sealed class TableStyle : IDisposable
{
    private const int FewColumns = 4;
    private const int ManyColumns = 10;

    public TableStyle(BoardFonts fonts, int columns)
    {
        var size = columns <= FewColumns ? 36 : columns < ManyColumns ? 31 : 25;
        Plain = new(fonts, size, isBold: false);
        Bold = new(fonts, size, isBold: true);
        Header = new(fonts, size * 0.86f, isBold: true);
        Padding = size * 0.46f;
    }

    public Lettering Plain { get; }

    public Lettering Bold { get; }

    public Lettering Header { get; }

    public float Padding { get; }

    public void Dispose()
    {
        Plain.Dispose();
        Bold.Dispose();
        Header.Dispose();
    }
}
