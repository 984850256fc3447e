using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.ReferencesHost;

public sealed class ReferencesHostModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "references_host", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.Services.AddSingleton(typeof(Program));
    }
}
