namespace DrAivBot.TestPlugins.NeedsGood;

public sealed class NeedsGoodModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "needs_good", Version = new Version(1, 0), Requires = ["good"] };

    public void Register(IModuleBuilder module)
    {
    }
}
