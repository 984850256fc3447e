namespace DrAivBot.TestPlugins.ThrowsInConstructor;

public sealed class ThrowsInConstructorModule : IBotModule
{
    public ThrowsInConstructorModule() => throw new InvalidOperationException("the licence file is missing");

    public ModuleManifest Manifest { get; } = new() { Id = "throws_ctor", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
    }
}
