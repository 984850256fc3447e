using DrAivBot.Reports;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace DrAivBot.Host.Reports.Workbooks;

/// <summary>The styles of one workbook, each made once: Excel refuses workbooks with tens of thousands.</summary>
internal sealed class CellStyles(XSSFWorkbook file)
{
    // Excel's own «short date», which each reader sees as their system writes dates.
    private const short ShortDate = 14;
    private const string FontName = "Calibri";

    private readonly Dictionary<StyleKey, ICellStyle> _cells = [];
    private readonly Dictionary<(int Color, TableAlignment? Alignment), ICellStyle> _headers = [];

    public ICellStyle Title { get; } = Plain(file, 16, isBold: true, color: null);

    public ICellStyle Note { get; } = Plain(file, 10, isBold: false, 0x64748B);

    public ICellStyle Header(int color, TableAlignment? alignment)
    {
        if (_headers.TryGetValue((color, alignment), out var known))
        {
            return known;
        }

        var style = (XSSFCellStyle)file.CreateCellStyle();
        style.SetFont(FontOf(file, 11, isBold: true, 0xFFFFFF));
        Fill(style, color);
        style.WrapText = true;
        style.VerticalAlignment = VerticalAlignment.Center;
        Align(style, alignment ?? TableAlignment.Start);
        Border(style);
        return _headers[(color, alignment)] = style;
    }

    public ICellStyle Of(Cell cell, SheetColumn column)
    {
        var isQuoted = cell.Kind == CellKind.Text && CellText.LooksLikeFormula(cell.TextValue!);
        var key = new StyleKey(cell.Kind, column.Format, cell.Fill, cell.IsBold, column.Wraps, isQuoted, column.Alignment);
        return _cells.TryGetValue(key, out var known) ? known : _cells[key] = Make(key);
    }

    private XSSFCellStyle Make(StyleKey key)
    {
        var style = (XSSFCellStyle)file.CreateCellStyle();
        style.SetFont(FontOf(file, 11, key.IsBold, color: null));
        style.VerticalAlignment = VerticalAlignment.Top;
        style.WrapText = key.Wraps;
        style.DataFormat = FormatOf(key);
        if ((key.Alignment ?? (key.Kind == CellKind.Text ? TableAlignment.Start : null)) is { } alignment)
        {
            Align(style, alignment);
        }

        // As if an apostrophe had been typed before it: it stays text even when somebody edits the cell.
        style.GetCoreXf().quotePrefix = key.IsQuoted;
        if (key.Fill is { } color)
        {
            Fill(style, color);
        }

        Border(style);
        return style;
    }

    private short FormatOf(StyleKey key) => key switch
    {
        { Kind: CellKind.Empty or CellKind.Text } => 0,
        { Format: { } format } => file.CreateDataFormat().GetFormat(format),
        { Kind: CellKind.Date } => ShortDate,
        { Kind: CellKind.Percent } => file.CreateDataFormat().GetFormat("0%"),
        _ => 0,
    };

    private static XSSFCellStyle Plain(XSSFWorkbook file, short size, bool isBold, int? color)
    {
        var style = (XSSFCellStyle)file.CreateCellStyle();
        style.SetFont(FontOf(file, size, isBold, color));
        return style;
    }

    private static XSSFFont FontOf(XSSFWorkbook file, short size, bool isBold, int? color)
    {
        var font = (XSSFFont)file.CreateFont();
        font.FontName = FontName;
        font.FontHeightInPoints = size;
        font.IsBold = isBold;
        if (color is { } rgb)
        {
            font.SetColor(ColorOf(rgb));
        }

        return font;
    }

    private static void Align(XSSFCellStyle style, TableAlignment alignment) => (style.Alignment, style.Indention) = alignment switch
    {
        TableAlignment.Center => (HorizontalAlignment.Center, (short)0),
        TableAlignment.End => (HorizontalAlignment.Right, (short)0),
        _ => (HorizontalAlignment.Left, (short)1),
    };

    private static void Fill(XSSFCellStyle style, int color)
    {
        style.SetFillForegroundColor(ColorOf(color));
        style.FillPattern = FillPattern.SolidForeground;
    }

    private static void Border(XSSFCellStyle style)
    {
        var line = ColorOf(0xCBD5E1);
        (style.BorderTop, style.BorderBottom, style.BorderLeft, style.BorderRight) = (BorderStyle.Thin, BorderStyle.Thin, BorderStyle.Thin, BorderStyle.Thin);
        style.SetTopBorderColor(line);
        style.SetBottomBorderColor(line);
        style.SetLeftBorderColor(line);
        style.SetRightBorderColor(line);
    }

    private static XSSFColor ColorOf(int rgb) => new([(byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb]);

    private readonly record struct StyleKey(CellKind Kind, string? Format, int? Fill, bool IsBold, bool Wraps, bool IsQuoted, TableAlignment? Alignment);
}
