
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Modules;

/// <summary>
/// Copies modules into folders named after the content of all their files, <c>&lt;id&gt;/&lt;version&gt;-&lt;hash&gt;/</c>, and loads from there. Assemblies
/// loaded by path are mapped: overwriting one in place kills the process, so the operator's file is never loaded itself.
/// </summary>
internal sealed class ModuleStore(string dataDirectory, TimeProvider time)
{
    /// <summary>Ending of the file beside a version folder that says that the version ran, and what its main assembly is called.</summary>
    public const string GoodMark = ".good";

    /// <summary>So many versions that ran are kept, the present one among them.</summary>
    public const int KeptVersions = 4;

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

    /// <summary>
    /// The entry, its path turned to the stored version if it names one. The hash an entry demands is that of what lies at
    /// its path; a stored version had it when it came, and is called after its content.
    /// </summary>
    /// <exception cref="ModuleRefusedException">That version is not stored.</exception>
    public async Task<PluginsEntry> LocateAsync(PluginsEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Version is not { } version)
        {
            return entry;
        }

        var stored = await FindGoodAsync(entry.Id, cancellationToken);
        return stored.FirstOrDefault(good => good.Name == version) is { } found ? entry with { Path = found.MainPath, Sha256 = null } : throw new ModuleRefusedException(
            $"plugins.json asks for the stored version \"{version}\", which is not there. "
            + (stored.Count == 0 ? "None is stored" : $"Stored are {string.Join(", ", stored.Select(good => good.Name))}")
            + ". Remove \"version\" to run what lies at \"path\".");
    }

    /// <exception cref="ModuleRefusedException">The folder is no module's, or changed meanwhile.</exception>
    public async Task<StoredModule> StoreAsync(string id, ModulePackage package, CancellationToken cancellationToken)
    {
        var home = Directory.CreateDirectory(HomeOf(id)).FullName;
        var temporary = Path.Combine(home, TemporaryPrefix + Guid.NewGuid().ToString("N"));
        try
        {
            await package.Source.CopyAsync(temporary, package.Files, cancellationToken);
            var target = Path.Combine(home, $"{package.AssemblyVersion.ToString(3)}-{package.Content[..12]}");
            await RemoveIfChangedAsync(target, package, cancellationToken);
            var use = new FileStream(target + ".lock", FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            Publish(temporary, target);
            var good = await FindGoodAsync(id, cancellationToken);
            await RemoveUnusedAsync(home, [target, .. good.Take(KeptVersions).Select(version => Path.GetDirectoryName(version.MainPath)!)]);
            return new StoredModule(Path.Combine(target, package.Main), use);
        }
        finally
        {
            Delete(temporary);
        }
    }

    /// <summary>A copy from an earlier start may have been cut off, or changed since.</summary>
    private static async Task RemoveIfChangedAsync(string target, ModulePackage package, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(target) || (await PackageFiles.ReadAsync(new FolderSource(target), cancellationToken)).All.SequenceEqual(package.Files))
        {
            return;
        }

        try
        {
            await using var alone = new FileStream(target + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Delete(target);
        }
        catch (IOException)
        {
            throw new ModuleRefusedException(
                $"The copy of it in {target} is not what it was, and another host runs it. Find out who changed it, stop the hosts, delete the folder, and start again.");
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
