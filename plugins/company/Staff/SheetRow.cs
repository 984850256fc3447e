using DrAivBot.Reports;

namespace DrAivBot.Company.Staff;

/// <summary>What a row says, spare spaces left out.</summary>
internal sealed record SheetRow(int Number, string Department, string Post, string Person)
{
    public static SheetRow Of(SheetLine line) => new(line.Number, line.At(0), Squeeze(line.At(1)), Squeeze(line.At(2)));

    private static string Squeeze(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
