namespace DrAivBot.TestPlugins.ThrowsOnRegister;

public sealed class ThrowsOnRegisterModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "throws_register", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        throw new OddityException("the moon is full");
    }
}

public sealed class OddityException(string message) : Exception(message);
