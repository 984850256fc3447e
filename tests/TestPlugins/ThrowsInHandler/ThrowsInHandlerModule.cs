namespace DrAivBot.TestPlugins.ThrowsInHandler;

public sealed class ThrowsInHandlerModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "throws_handler", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts();
        module.Routes.Screen<Hello, HelloScreen>();
        module.Routes.Action<Explode, ExplodeAction>();
        module.Routes.Action<SlowQuery, SlowQueryAction>();
        module.Routes.Command("explode", new Hello());
    }
}
