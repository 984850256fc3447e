using System.Buffers.Binary;
using DrAivBot.Reports;
using NPOI.SS.UserModel;
using NPOI.Util;
using NPOI.XSSF.UserModel;

namespace DrAivBot.Host.Reports.Workbooks;

/// <summary>Where a picture lies on a sheet whose rows and columns have their sizes.</summary>
internal static class PictureAnchor
{
    private const int WidthAt = 16;
    private const int HeightAt = 20;
    private const double PixelsInPoint = 96d / 72;

    /// <summary>Half a pixel from its end is the end of a cell.</summary>
    private const double Near = 0.5;

    public static XSSFClientAnchor Of(SheetPicture picture, ISheet sheet)
    {
        var (rows, columns) = (Math.Max(1, picture.RowSpan), Math.Max(1, picture.ColumnSpan));
        if (!picture.KeepsProportions || SizeOf(picture.Png.Span) is not var (width, height))
        {
            return new(0, 0, 0, 0, picture.Column, picture.Row, picture.Column + columns, picture.Row + rows);
        }

        double[] across = [.. Enumerable.Range(picture.Column, columns).Select(column => sheet.GetColumnWidthInPixels(column))];
        double[] down = [.. Enumerable.Range(picture.Row, rows).Select(row => HeightOf(sheet, row) * PixelsInPoint)];
        var scale = Math.Min(across.Sum() / width, down.Sum() / height);
        var (lastColumn, right) = Find(across, width * scale);
        var (lastRow, bottom) = Find(down, height * scale);
        return new(0, 0, right, bottom, picture.Column, picture.Row, picture.Column + lastColumn, picture.Row + lastRow);
    }

    /// <summary>In points.</summary>
    public static double HeightOf(ISheet sheet, int row) => sheet.GetRow(row)?.HeightInPoints ?? sheet.DefaultRowHeightInPoints;

    /// <summary>As the header of a PNG says; null for what has none.</summary>
    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> png)
    {
        if (png.Length < HeightAt + sizeof(int))
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png[WidthAt..]), BinaryPrimitives.ReadInt32BigEndian(png[HeightAt..]));
        return width > 0 && height > 0 ? (width, height) : null;
    }

    /// <summary>The cell in which a length ends, and how far into it, in the unit of drawings.</summary>
    private static (int Index, int Offset) Find(double[] sizes, double length)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            if (length < sizes[i] - Near)
            {
                return (i, (int)(length * Units.EMU_PER_PIXEL));
            }

            length = Math.Max(0, length - sizes[i]);
        }

        return (sizes.Length, 0);
    }
}
