using McMaster.NETCore.Plugins;

namespace DrAivBot.Host.Modules;

/// <summary>A module's own assembly load context over its version folder. Disposing it lets the code leave memory.</summary>
internal sealed class ModuleContext(StoredModule stored) : IDisposable
{
    private readonly PluginLoader loader = PluginLoader.CreateFromAssemblyFile(
        stored.MainPath, isUnloadable: true, [.. SharedAssemblies.Types]);

    /// <summary>Runs the module's constructor.</summary>
    /// <param name="className">Full name of the module's class.</param>
    public IBotModule Create(string className)
    {
        var type = loader.LoadDefaultAssembly().GetType(className, throwOnError: true)!;
        return (IBotModule)Activator.CreateInstance(type)!;
    }

    /// <summary>Name of its version folder.</summary>
    public string StoredAs => stored.Name;

    /// <summary>Notes that this version ran.</summary>
    public Task NoteGoodAsync() => stored.NoteGoodAsync();

    public void Dispose()
    {
        loader.Dispose();
        stored.Dispose();
    }
}
