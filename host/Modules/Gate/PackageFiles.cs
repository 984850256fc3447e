namespace DrAivBot.Host.Modules.Gate;

/// <summary>A package as read once: what is judged are the bytes that were hashed.</summary>
internal sealed class PackageFiles
{
    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly List<PackageFile> all = [];

    private PackageFiles(PackageSource source) => Source = source;

    public PackageSource Source { get; }

    /// <summary>In the order of names.</summary>
    public IReadOnlyList<PackageFile> All => all;

    /// <summary>What may be an assembly, by its name.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Assemblies =>
        kept.Where(file => IsAssembly(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (file.Key, file.Value));

    /// <summary>The bytes of the manifest, its signature or an assembly; null when there is no such file.</summary>
    public byte[]? this[string name] => kept.GetValueOrDefault(name);

    /// <exception cref="ModuleRefusedException">The source holds too much, or what no package may.</exception>
    public static async Task<PackageFiles> ReadAsync(PackageSource source, CancellationToken cancellationToken)
    {
        var files = new PackageFiles(source);
        await foreach (var (name, bytes) in source.ReadAsync(cancellationToken))
        {
            files.all.Add(new PackageFile(name, bytes.LongLength, PackageSource.HashOf(bytes)));
            if (name is PackageNames.Manifest or PackageNames.Signature || IsAssembly(name))
            {
                files.kept.Add(name, bytes);
            }
        }

        return files;
    }

    private static bool IsAssembly(string name) => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);
}
