using Greetings;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.OtherDependency;

public sealed class OtherDependencyModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "other_dependency", Version = new Version(1, 0) };

    /// <summary>Tells the test which version of its library it got.</summary>
    public void Register(IModuleBuilder module) => module.Services.AddSingleton<IFormattable>(new LibraryVersion(GreetingsLibrary.Version));
}

public sealed class LibraryVersion(string version) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) => version;
}
