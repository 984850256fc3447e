namespace DrAivBot.TestPlugins.NextContract;

public sealed class NextContractModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "nextcontract", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
    }
}
