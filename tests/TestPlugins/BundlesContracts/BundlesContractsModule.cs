namespace DrAivBot.TestPlugins.BundlesContracts;

public sealed class BundlesContractsModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "bundles_contracts", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
    }
}
