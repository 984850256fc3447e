namespace DrAivBot.TestPlugins.HangsInHandler;

public sealed class HangsInHandlerModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "hangs_handler", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts();
        module.Routes.Screen<Hello, HelloScreen>();
        module.Routes.Command("hang", new Hello());
    }
}
