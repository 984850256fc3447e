using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DrAivBot.Reports;
using MiniExcelLibs;
using MiniExcelLibs.Exceptions;
using MiniExcelLibs.OpenXml;

// A stream in memory never waits.
#pragma warning disable MA0045

namespace DrAivBot.Host.Reports.Workbooks;

/// <summary>Reads what somebody sent, row by row. Nothing in it is believed, least of all what it says about its own size.</summary>
internal static class WorkbookReader
{
    private const int MaxBytes = 20 * 1024 * 1024;
    private const int MaxParts = 500;
    private const long MaxUnfolded = 200L * 1024 * 1024;

    // Some programs format whole rows to the last column: such cells are empty and only cost time.
    private const int MaxStoredColumns = 2000;
    private const int MaxStoredRows = 200_000;

    public static SheetReading Read(ReadOnlyMemory<byte> xlsx, SheetLimits limits)
    {
        if (xlsx.Length > MaxBytes)
        {
            return Refused(SheetReadingKind.TooLarge);
        }

        try
        {
            using var file = new MemoryStream(xlsx.ToArray(), writable: false);
            if (Refuse(file) is { } refusal)
            {
                return Refused(refusal);
            }

            file.Position = 0;
            return ReadRows(file, limits);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or ExcelColumnNotFoundException or ExcelInvalidCastException
            or InvalidOperationException or FormatException or ArgumentException or IOException or NullReferenceException or KeyNotFoundException or OverflowException or NotSupportedException or IndexOutOfRangeException)
        {
            // The library says in many ways that a file is broken; none of them names anything a user could mend.
            return Refused(SheetReadingKind.NotAWorkbook);
        }
    }

    /// <summary>Unfolds every part and counts, because an archive may say what it likes about its sizes.</summary>
    private static SheetReadingKind? Refuse(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MaxParts)
        {
            return SheetReadingKind.TooLarge;
        }

        if (archive.GetEntry("xl/workbook.xml") is null)
        {
            return SheetReadingKind.NotAWorkbook;
        }

        var (buffer, unfolded) = (new byte[81920], 0L);
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                unfolded += read;
                if (unfolded > MaxUnfolded)
                {
                    return SheetReadingKind.TooLarge;
                }
            }
        }

        return null;
    }

    private static SheetReading ReadRows(Stream file, SheetLimits limits)
    {
        var (lines, number) = (new List<SheetLine>(), 0);
        var configuration = new OpenXmlConfiguration { EnableSharedStringCache = false, FillMergedCells = false };
        foreach (var row in file.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: configuration).Cast<IDictionary<string, object?>>())
        {
            number++;
            if (row.Count > MaxStoredColumns)
            {
                return Refused(SheetReadingKind.TooManyColumns);
            }

            if (Texts(row.Values, limits) is not { Count: > 0 } cells)
            {
                // A single cell in the last row of Excel makes a million empty ones before it.
                if (number > MaxStoredRows)
                {
                    return Refused(SheetReadingKind.TooManyRows);
                }

                continue;
            }

            if (cells.Count > limits.MaxColumns || lines.Count == limits.MaxRows)
            {
                return Refused(cells.Count > limits.MaxColumns ? SheetReadingKind.TooManyColumns : SheetReadingKind.TooManyRows);
            }

            lines.Add(new() { Number = number, Cells = cells });
        }

        return new() { Kind = SheetReadingKind.Done, Lines = lines };
    }

    /// <summary>The cells up to the last that is not empty.</summary>
    private static List<string> Texts(ICollection<object?> values, SheetLimits limits)
    {
        var texts = values.Select(value => TextOf(value, limits.MaxCellLength)).ToList();
        texts.RemoveRange(texts.FindLastIndex(text => text.Length > 0) + 1, texts.Count - texts.FindLastIndex(text => text.Length > 0) - 1);
        return texts;
    }

    private static string TextOf(object? value, int maxLength)
    {
        var text = value switch
        {
            null => "",
            string given => CellText.Clean(given),
            DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        var trimmed = text.Trim();
        return trimmed.Length <= maxLength ? trimmed : trimmed[..maxLength];
    }

    private static SheetReading Refused(SheetReadingKind kind) => new() { Kind = kind };
}
