using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.LacksService;

public sealed class LacksServiceModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "lacks_service", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module) => module.Services.AddScoped<Kettle>();
}

public sealed class Kettle(Water water)
{
    public Water Water => water;
}

public sealed class Water;
