namespace DrAivBot.TestPlugins.NeedsMissing;

public sealed class NeedsMissingModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "needs_missing", Version = new Version(1, 0), Requires = ["company"] };

    public void Register(IModuleBuilder module)
    {
    }
}
