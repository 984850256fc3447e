namespace DrAivBot.TestPlugins.HangsOnRegister;

public sealed class HangsOnRegisterModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "hangs_register", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        Thread.Sleep(Timeout.Infinite);
    }
}
