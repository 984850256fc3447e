using System.IO.Compression;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Modules.Packing;

/// <summary>Writes a package as a zip. The same files give the same bytes: sorted, one time for all, no rights of whoever packed.</summary>
internal static class PackageZip
{
    private const int PlainFile = 0x81A4 << 16;
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task WriteAsync(PackageSource source, string path, CancellationToken cancellationToken)
    {
        var temporary = path + ".part";
        try
        {
            await using (var archive = await ZipArchive.CreateAsync(File.Create(temporary), ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null, cancellationToken))
            {
                await foreach (var (name, bytes) in source.ReadAsync(cancellationToken))
                {
                    var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                    (entry.LastWriteTime, entry.ExternalAttributes) = (Time, PlainFile);
                    await using var stream = await entry.OpenAsync(cancellationToken);
                    await stream.WriteAsync(bytes, cancellationToken);
                }
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
