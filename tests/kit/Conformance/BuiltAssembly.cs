using System.Reflection;
using System.Runtime.Loader;

namespace DrAivBot.Testing.Conformance;

/// <summary>A module's main assembly, opened to read what is embedded in it; none of its code runs.</summary>
internal sealed class BuiltAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new(null, isCollectible: true);

    private BuiltAssembly(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        Assembly = _context.LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    public static async Task<BuiltAssembly> OpenAsync(TestModule module, CancellationToken cancellationToken) => File.Exists(module.Path)
        ? new(await File.ReadAllBytesAsync(module.Path, cancellationToken))
        : throw new FileNotFoundException($"There is no {module.Path}. Build the module before its tests, or correct the path of the TestModule.");

    public bool Has(string resource) => Assembly.GetManifestResourceNames().Contains(resource, StringComparer.Ordinal);

    public void Dispose() => _context.Unload();
}
