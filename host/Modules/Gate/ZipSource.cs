using System.Buffers.Binary;
using System.Collections.ObjectModel;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>A package as <c>draivbot pack</c> writes it. Everything the file says about itself may be a lie.</summary>
internal sealed class ZipSource(string path) : PackageSource
{
    private const long LargestFile = 100L * 1024 * 1024;
    private const int LargestDirectory = 1024 * 1024;
    private const int MostRatio = 100;
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const uint EndMark = 0x06054b50;
    private const int UnixKind = 0xF000;
    private const int UnixLink = 0xA000;

    public override string Place => path;

    /// <summary>SHA-256 of the file as last read; null before.</summary>
    public string? Hash { get; private set; }

    public override async IAsyncEnumerable<(string Name, byte[] Bytes)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await ReadFileAsync(cancellationToken);
        Hash = HashOf(bytes);
        await using var archive = Open(bytes);
        foreach (var entry in List(archive))
        {
            yield return (entry.FullName, await ReadAsync(entry, cancellationToken));
        }
    }

    private async Task<byte[]> ReadFileAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile
                ? await File.ReadAllBytesAsync(path, cancellationToken)
                : throw new ModuleRefusedException($"{path} is larger than {LargestFile / 1024 / 1024} MiB. Pack the module without what it does not need.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ModuleRefusedException($"{path} cannot be read: {unreadable.Message} Let the user the host runs as read it.");
        }
    }

    private ZipArchive Open(byte[] bytes)
    {
        CheckDirectory(bytes);
        try
        {
            return new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        }
        catch (InvalidDataException broken)
        {
            throw Damaged(broken.Message);
        }
    }

    /// <summary>The archive's list of files is read into memory whole: its size is looked at before.</summary>
    private void CheckDirectory(byte[] bytes)
    {
        for (var end = bytes.Length - EndLength; end >= Math.Max(0, bytes.Length - EndLength - LongestComment); end--)
        {
            var record = bytes.AsSpan(end);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) != EndMark)
            {
                continue;
            }

            CheckAmount(BinaryPrimitives.ReadUInt16LittleEndian(record[10..]), 0);
            var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
            if (start > end || end - start > LargestDirectory)
            {
                throw Damaged("its list of files is not where it should be, or too long.");
            }

            return;
        }

        throw Damaged("it has no end.");
    }

    private List<ZipArchiveEntry> List(ZipArchive archive)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<ZipArchiveEntry>();
        var bytes = 0L;
        foreach (var entry in Entries(archive))
        {
            CheckName(entry.FullName.EndsWith('/') ? entry.FullName[..^1] : entry.FullName);
            CheckEntry(entry, names);
            CheckAmount(names.Count, bytes += entry.Length);
            if (!entry.FullName.EndsWith('/'))
            {
                files.Add(entry);
            }
        }

        files.Sort((left, right) => string.CompareOrdinal(left.FullName, right.FullName));
        return files;
    }

    private ReadOnlyCollection<ZipArchiveEntry> Entries(ZipArchive archive)
    {
        try
        {
            return archive.Entries;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException)
        {
            throw Damaged(broken.Message);
        }
    }

    private void CheckEntry(ZipArchiveEntry entry, HashSet<string> names)
    {
        var shown = PackageNames.Show(entry.FullName);
        if (!names.Add(entry.FullName))
        {
            throw new ModuleRefusedException($"{path} holds {shown} twice (capitals do not count). Do not use it; pack the module again.");
        }

        if (((entry.ExternalAttributes >> 16) & UnixKind) == UnixLink)
        {
            throw new ModuleRefusedException($"{path} holds the link {shown}. A package holds files only: pack the module again.");
        }

        if (entry.Length < 0 || entry.Length > MostBytes || entry.Length > Math.Max(1024 * 1024, entry.CompressedLength * MostRatio))
        {
            throw new ModuleRefusedException(
                $"{path} holds {shown}, which would unpack from {entry.CompressedLength} to {entry.Length} bytes. No module compresses like that: do not use it.");
        }
    }

    private async Task<byte[]> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await entry.OpenAsync(cancellationToken);
            var bytes = new byte[entry.Length];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return read == bytes.Length && await stream.ReadAsync(new byte[1], cancellationToken) == 0
                ? bytes
                : throw Damaged($"{PackageNames.Show(entry.FullName)} has another length than it says.");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            throw Damaged($"{PackageNames.Show(entry.FullName)}: {broken.Message}");
        }
    }

    private ModuleRefusedException Damaged(string reason) =>
        new($"{path} is no zip file, or a damaged one: {reason} Copy it again, whole; if that does not help, pack the module again.");
}
