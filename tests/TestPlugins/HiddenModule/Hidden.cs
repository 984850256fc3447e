namespace DrAivBot.TestPlugins.HiddenModule;

internal sealed class Hidden : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "hidden", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
    }
}
