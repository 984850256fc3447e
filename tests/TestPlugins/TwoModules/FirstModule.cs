namespace DrAivBot.TestPlugins.TwoModules;

public sealed class FirstModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "two", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
    }
}
