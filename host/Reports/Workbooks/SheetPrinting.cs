using DrAivBot.Reports;
using NPOI.SS.UserModel;

namespace DrAivBot.Host.Reports.Workbooks;

/// <summary>How a sheet comes out of a printer: A4, as wide as the page, no picture in two halves.</summary>
internal static class SheetPrinting
{
    // In points.
    private const double ShortSide = 595;
    private const double LongSide = 842;
    private const double PointsInInch = 72;
    private const double PointsInPixel = 72d / 96;

    // In inches.
    private const double SideMargin = 0.4;
    private const double TopMargin = 0.5;
    private const double BottomMargin = 0.6;

    /// <summary>Programs measure letters a little differently; what is left free here is left free in none of them.</summary>
    private const double Safe = 0.96;

    /// <summary>Columns are as wide as digits of the workbook's letters, which are up to a third wider where those are missing.</summary>
    private const double SafeWidth = 0.74;

    private const double Whole = 100;

    public static void SetUp(Sheet sheet, ISheet target, int header)
    {
        var last = header + Math.Max(1, sheet.Rows.Count);
        target.PrintSetup.Landscape = !sheet.IsPortrait;
        target.PrintSetup.PaperSize = (short)PaperSize.A4 + 1;
        target.Footer.Center = "&P / &N";
        target.Footer.Left = "&A";
        target.SetMargin(MarginType.LeftMargin, SideMargin);
        target.SetMargin(MarginType.RightMargin, SideMargin);
        target.SetMargin(MarginType.TopMargin, TopMargin);
        target.SetMargin(MarginType.BottomMargin, BottomMargin);
        target.Workbook.SetPrintArea(target.Workbook.GetSheetIndex(target), 0, sheet.Columns.Count - 1, 0, last);
        if (sheet.Pictures.Count == 0)
        {
            target.FitToPage = true;
            target.PrintSetup.FitWidth = 1;
            target.PrintSetup.FitHeight = 0;
            target.RepeatingRows = new(header, header, -1, -1);
            return;
        }

        // Where a program fits the width by itself it may leave out the breaks, so the scale is said in numbers.
        var scale = ScaleOf(sheet, target);
        target.HorizontallyCenter = true;
        target.PrintSetup.Scale = (short)Math.Round(scale * Whole);
        var page = ((sheet.IsPortrait ? LongSide : ShortSide) - ((TopMargin + BottomMargin) * PointsInInch)) * Safe / scale;
        Break(sheet, target, last, page);
    }

    private static double ScaleOf(Sheet sheet, ISheet target)
    {
        var paper = (sheet.IsPortrait ? ShortSide : LongSide) - (2 * SideMargin * PointsInInch);
        var width = Enumerable.Range(0, sheet.Columns.Count).Sum(column => target.GetColumnWidthInPixels(column)) * PointsInPixel;
        return Math.Min(1, Math.Floor(paper * SafeWidth / width * Whole) / Whole);
    }

    /// <summary>A new page begins before a picture that the rest of the page cannot hold.</summary>
    private static void Break(Sheet sheet, ISheet target, int last, double page)
    {
        var used = 0d;
        for (var row = 0; row <= last; row++)
        {
            var height = PictureAnchor.HeightOf(target, row);
            var picture = sheet.Pictures.FirstOrDefault(picture => picture.Row == row);
            var needed = picture is null ? height : Enumerable.Range(row, Math.Max(1, picture.RowSpan)).Sum(covered => PictureAnchor.HeightOf(target, covered));
            if (used > 0 && used + needed > page)
            {
                if (picture is not null)
                {
                    target.SetRowBreak(row - 1);
                }

                used = 0;
            }

            used += height;
        }
    }
}
