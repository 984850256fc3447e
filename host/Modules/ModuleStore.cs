using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Modules;

/// <summary>
/// Copies modules into folders named after their content, <c>&lt;id&gt;/&lt;version&gt;-&lt;hash&gt;/</c>, and loads from there. Assemblies
/// loaded by path are mapped: overwriting one in place kills the process, so the operator's file is never loaded itself.
/// </summary>
internal sealed class ModuleStore(string dataDirectory, TimeProvider time)
{
    /// <summary>Ending of the file beside a version folder that says that the version ran, and what its main assembly is called.</summary>
    public const string GoodMark = ".good";

    /// <summary>So many versions that ran are kept, the present one among them.</summary>
    public const int KeptVersions = 4;

    private const int MostFiles = 2000;
    private const long MostBytes = 300L * 1024 * 1024;
    private const string TemporaryPrefix = ".tmp-";
    private static readonly TimeSpan TemporaryLife = TimeSpan.FromHours(1);

    /// <summary>The versions of a module that ran and are still there, the latest first.</summary>
    public async Task<IReadOnlyList<StoredVersion>> FindGoodAsync(string id, CancellationToken cancellationToken)
    {
        var home = new DirectoryInfo(HomeOf(id));
        var versions = new List<StoredVersion>();
        foreach (var mark in home.Exists ? home.EnumerateFiles("*" + GoodMark).OrderByDescending(mark => mark.LastWriteTimeUtc).ToList() : [])
        {
            var folder = mark.FullName[..^GoodMark.Length];
            if (Directory.Exists(folder))
            {
                var main = Path.Combine(folder, await File.ReadAllTextAsync(mark.FullName, cancellationToken));
                versions.Add(new(Path.GetFileName(folder), main, new(mark.LastWriteTimeUtc)));
            }
        }

        return versions;
    }

    /// <exception cref="ModuleRefusedException">The folder is no module's, or changed meanwhile.</exception>
    public async Task<StoredModule> StoreAsync(string id, ModulePackage package, CancellationToken cancellationToken)
    {
        var home = Directory.CreateDirectory(HomeOf(id)).FullName;
        var temporary = Path.Combine(home, TemporaryPrefix + Guid.NewGuid().ToString("N"));
        try
        {
            var hash = await CopyAsync(Path.GetDirectoryName(package.Path)!, temporary, cancellationToken);
            var main = Path.GetFileName(package.Path);
            await CheckUnchangedAsync(Path.Combine(temporary, main), package.Hash, cancellationToken);
            var target = Path.Combine(home, $"{package.AssemblyVersion.ToString(3)}-{hash[..12]}");
            var use = new FileStream(target + ".lock", FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            Publish(temporary, target);
            var good = await FindGoodAsync(id, cancellationToken);
            await RemoveUnusedAsync(home, [target, .. good.Take(KeptVersions).Select(version => Path.GetDirectoryName(version.MainPath)!)]);
            return new StoredModule(Path.Combine(target, main), use);
        }
        finally
        {
            Delete(temporary);
        }
    }

    private static async Task<string> CopyAsync(string source, string temporary, CancellationToken cancellationToken)
    {
        var files = Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Take(MostFiles + 1).Order(StringComparer.Ordinal).ToArray();
        if (files.Length > MostFiles || files.Sum(file => new FileInfo(file).Length) > MostBytes)
        {
            throw new ModuleRefusedException(
                $"Its folder {source} holds more than {MostFiles} files or {MostBytes / 1024 / 1024} MiB. Put the module into a folder of its own, "
                + "published for the portable target without native libraries of every system.");
        }

        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            var relative = Path.GetRelativePath(source, file);
            var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
            var length = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.LongLength);
            content.AppendData(Encoding.UTF8.GetBytes(relative + "\n"));
            content.AppendData(length);
            content.AppendData(bytes);
            var copy = Path.Combine(temporary, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllBytesAsync(copy, bytes, cancellationToken);
            File.SetAttributes(copy, FileAttributes.ReadOnly);
        }

        return Convert.ToHexStringLower(content.GetHashAndReset());
    }

    private static async Task CheckUnchangedAsync(string copy, string hash, CancellationToken cancellationToken)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(copy, cancellationToken))) != hash)
        {
            throw new ModuleRefusedException("Its file changed while it was being loaded. Wait until the copy is complete, then start again.");
        }
    }

    private static void Publish(string temporary, string target)
    {
        if (Directory.Exists(target))
        {
            return;
        }

        try
        {
            Directory.Move(temporary, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another host published the same content at the same moment.
        }
    }

    private string HomeOf(string id) => Path.Combine(Path.GetFullPath(dataDirectory), "modules", id);

    private async Task RemoveUnusedAsync(string home, IReadOnlyCollection<string> kept)
    {
        foreach (var folder in Directory.EnumerateDirectories(home).Where(folder => !kept.Contains(folder)).ToList())
        {
            if (Path.GetFileName(folder).StartsWith(TemporaryPrefix, StringComparison.Ordinal))
            {
                if (Directory.GetCreationTimeUtc(folder) < time.GetUtcNow().UtcDateTime - TemporaryLife)
                {
                    Delete(folder);
                }

                continue;
            }

            try
            {
                await using var alone = new FileStream(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                File.Delete(folder + GoodMark);
                Delete(folder);
            }
            catch (IOException)
            {
                // Another host still runs this version, and will remove it at its next start.
            }
        }
    }

    private static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
