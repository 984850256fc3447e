namespace DrAivBot.TestPlugins.CycleB;

public sealed class CycleBModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "cycle_b", Version = new Version(1, 0), Requires = ["cycle_a"] };

    public void Register(IModuleBuilder module)
    {
    }
}
