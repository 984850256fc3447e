using System.IO.Compression;
using System.Text;
using DrAivBot.Privacy;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Company.PersonalData;

/// <summary>A ZIP with a JSON file for each part, a workbook of all of them, and a page that says what is what.</summary>
internal sealed class ExportArchive(IText text, IReports reports) : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly StringBuilder _contents = new();
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ExportSheets _sheets = new(text);
    private ZipArchive? _zip;

    public async Task AddAsync(DataPart part, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var folder = Clean(part.Module);
        var title = Clean(part.Title);
        var name = folder.Length == 0 ? title : $"{folder}/{title}";
        while (!_names.Add(name))
        {
            name += "_";
        }

        await WriteAsync(name + ".json", json, cancellationToken);
        _sheets.Add(part, json);
        _contents.Append(name).Append(".json: ").AppendLine(part.Count.ToString(text.Culture));
    }

    /// <summary>Ends it; nothing can be added any more.</summary>
    public async Task<ReadOnlyMemory<byte>> EndAsync(CancellationToken cancellationToken)
    {
        var page = Encoding.UTF8.GetBytes($"{text.Get("company.mydata.file.words")}\n\n{_contents}");
        await WriteAsync(text.Get("company.mydata.file.workbook") + ".xlsx", await reports.WriteAsync(_sheets.End(), cancellationToken), cancellationToken);
        await WriteAsync(text.Get("company.mydata.file.about") + ".txt", page, cancellationToken);
        await _zip!.DisposeAsync();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _bytes.Dispose();
    }

    private async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        _zip ??= new(_bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        await using var entry = await _zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
    }

    /// <summary>Letters, digits and what stands between them: what every file system takes.</summary>
    private static string Clean(string? name) =>
        string.Concat((name ?? "").Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Trim();
}
