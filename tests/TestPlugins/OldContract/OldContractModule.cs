namespace DrAivBot.TestPlugins.OldContract;

public sealed class OldContractModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "oldcontract", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
    }
}
