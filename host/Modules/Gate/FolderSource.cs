using System.Runtime.CompilerServices;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>A package as a folder, links refused: they would bring in files from elsewhere, or the folder itself again.</summary>
internal sealed class FolderSource(string folder) : PackageSource
{
    public override string Place => folder;

    public override async IAsyncEnumerable<(string Name, byte[] Bytes)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (name, file) in List())
        {
            yield return (name, await ReadAsync(name, file, cancellationToken));
        }
    }

    private List<(string Name, FileInfo File)> List()
    {
        var found = new List<(string Name, FileInfo File)>();
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        var (entries, bytes) = (0, 0L);
        while (folders.TryPop(out var next))
        {
            foreach (var entry in Enumerate(next))
            {
                var name = Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
                CheckName(name);
                CheckLink(name, entry);
                CheckAmount(++entries, bytes += entry is FileInfo { Length: var length } ? length : 0);
                if (entry is FileInfo file)
                {
                    found.Add((name, file));
                }
                else
                {
                    folders.Push((DirectoryInfo)entry);
                }
            }
        }

        found.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return found;
    }

    private List<FileSystemInfo> Enumerate(DirectoryInfo directory)
    {
        try
        {
            return [.. directory.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }).Take(MostFiles + 1)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(unreadable);
        }
    }

    private void CheckLink(string name, FileSystemInfo entry)
    {
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            throw new ModuleRefusedException(
                $"{folder} holds the link {PackageNames.Show(name)}. What it leads to may change or be no part of the module. Put the file itself there.");
        }
    }

    private async Task<byte[]> ReadAsync(string name, FileInfo file, CancellationToken cancellationToken)
    {
        // Pipes and devices have no length either, and opening one would wait for ever.
        if (file.Length == 0)
        {
            return [];
        }

        try
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, useAsync: true);
            var bytes = new byte[file.Length];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return read == bytes.Length && await stream.ReadAsync(new byte[1], cancellationToken) == 0 ? bytes : throw Changed(name);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(unreadable);
        }
    }

    private ModuleRefusedException Unreadable(Exception reason) =>
        new($"{folder} cannot be read: {reason.Message} Let the user the host runs as read it.");
}
