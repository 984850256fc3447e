using System.Runtime.InteropServices;
using McMaster.NETCore.Plugins;

namespace DrAivBot.Host.Modules;

/// <summary>A module's own assembly load context over its version folder. Disposing it lets the code leave memory, unless it is kept.</summary>
internal sealed class ModuleContext(StoredModule stored) : IDisposable
{
    private readonly PluginLoader loader = PluginLoader.CreateFromAssemblyFile(
        stored.MainPath, isUnloadable: true, [.. SharedAssemblies.Types]);

    private bool isKept;

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

    /// <summary>
    /// Leaves the code in memory until the process ends. A host that stops has no use for the room, and of hosts side by
    /// side in one process, as in tests, taking out the modules of one can end them all: a defect of the runtime.
    /// </summary>
    public void Keep() => isKept = true;

    public void Dispose()
    {
        if (isKept)
        {
            _ = GCHandle.Alloc(loader);
        }
        else
        {
            loader.Dispose();
        }

        stored.Dispose();
    }
}
