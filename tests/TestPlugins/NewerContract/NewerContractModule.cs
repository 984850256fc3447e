namespace DrAivBot.TestPlugins.NewerContract;

public sealed class NewerContractModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "newercontract", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module) => module.AddJob<NightlyJob>("nightly");
}

public sealed class NightlyJob : IJob
{
    public void Run()
    {
    }
}
