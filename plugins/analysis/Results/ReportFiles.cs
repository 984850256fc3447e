namespace DrAivBot.Analysis.Results;

/// <summary>The files of a report; pictures are missing where the machine cannot draw.</summary>
internal sealed record ReportFiles
{
    public required ReadOnlyMemory<byte> Workbook { get; init; }

    public ReadOnlyMemory<byte>? Matrix { get; init; }

    public ReadOnlyMemory<byte>? Bars { get; init; }

    /// <summary>The name under which a file is kept.</summary>
    public static string NameOf(ReportOrder order, ReportSource source, string what) =>
        $"{order.Assessment:N}-{order.Language}-{(source == ReportSource.Template ? "template" : "assistant")}-{what}";
}
