namespace DrAivBot.TestPlugins.RouteClashA;

public sealed class RouteClashAModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "clash_a", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts();
        module.Routes.Screen<Hello, HelloScreen>();
        module.Routes.Command("clash", new Hello());
        module.Routes.DeepLink("cl_", _ => new Hello());
    }
}
