using System.Text;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>
/// <c>logs/postgres.log</c>, at most two files of the limit. The server holds it open for appending and outlives the
/// host, so the file is copied aside and cut, not renamed: the server's own collector bounds the size of a file,
/// but not their number.
/// </summary>
internal sealed class ServerLog(string path, long limit)
{
    public string Path => path;

    /// <summary>The end of the file; what the server says from now on comes after it.</summary>
    public long Length()
    {
        var file = new FileInfo(path);
        return file.Exists ? file.Length : 0;
    }

    public async Task RotateIfLargeAsync(CancellationToken cancellationToken)
    {
        if (Length() <= limit)
        {
            return;
        }

        await using var log = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        await using (var old = new FileStream(path + ".1", FileMode.Create, FileAccess.Write))
        {
            await log.CopyToAsync(old, cancellationToken);
        }

        log.SetLength(0);
    }

    /// <summary>What was written after the position: at most the last 4,000 bytes.</summary>
    public async Task<string> SinceAsync(long position, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        await using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Max(Math.Min(position, log.Length), log.Length - 4000);
        using var reader = new StreamReader(log, Encoding.UTF8);
        return (await reader.ReadToEndAsync(cancellationToken)).Trim();
    }
}
