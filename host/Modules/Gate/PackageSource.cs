using System.Security.Cryptography;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>
/// Where the bytes of a package come from: a folder or a zip. Nothing of it is trusted: names, number and sizes are
/// judged before anything is read.
/// </summary>
internal abstract class PackageSource
{
    public const int MostFiles = 2000;
    public const long MostBytes = 300L * 1024 * 1024;

    /// <summary>What it is called in messages.</summary>
    public abstract string Place { get; }

    /// <summary>Each file with its bytes, once, in the order of their names.</summary>
    /// <exception cref="ModuleRefusedException">It is too large, holds links or names that mean other places, or cannot be read.</exception>
    public abstract IAsyncEnumerable<(string Name, byte[] Bytes)> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes the files into a new folder, read-only, and makes sure that they are those that were judged.</summary>
    /// <param name="folder">Is created.</param>
    /// <param name="judged">What the gate has seen.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <exception cref="ModuleRefusedException">A file changed meanwhile.</exception>
    public async Task CopyAsync(string folder, IReadOnlyList<PackageFile> judged, CancellationToken cancellationToken)
    {
        var known = judged.ToDictionary(file => file.Name, StringComparer.Ordinal);
        Directory.CreateDirectory(folder);
        await foreach (var (name, bytes) in ReadAsync(cancellationToken))
        {
            if (!known.Remove(name, out var file) || HashOf(bytes) != file.Sha256)
            {
                throw Changed(name);
            }

            var copy = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllBytesAsync(copy, bytes, cancellationToken);
            File.SetAttributes(copy, FileAttributes.ReadOnly);
        }

        if (known.Count > 0)
        {
            throw Changed(known.Keys.First());
        }
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    protected ModuleRefusedException Changed(string name) => new(
        $"Its file {PackageNames.Show(name)} in {Place} changed while it was being loaded. Wait until the copy is complete, then try again.");

    protected void CheckName(string name)
    {
        if (!PackageNames.IsAllowed(name))
        {
            throw new ModuleRefusedException(
                $"{Place} holds a file called \"{PackageNames.Show(name)}\", which could mean a place outside the module or another file on another "
                + $"system. Allowed are {PackageNames.Rule}. Do not use the package; tell whoever made it.");
        }
    }

    protected void CheckAmount(int files, long bytes)
    {
        if (files > MostFiles || bytes > MostBytes)
        {
            throw new ModuleRefusedException(
                $"{Place} holds more than {MostFiles} files or {MostBytes / 1024 / 1024} MiB. Put the module into a folder of its own, published for "
                + "the portable target without native libraries of every system.");
        }
    }
}
