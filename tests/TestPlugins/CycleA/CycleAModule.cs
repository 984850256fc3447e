namespace DrAivBot.TestPlugins.CycleA;

public sealed class CycleAModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "cycle_a", Version = new Version(1, 0), Requires = ["cycle_b"] };

    public void Register(IModuleBuilder module)
    {
    }
}
