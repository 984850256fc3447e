namespace DrAivBot.TestPlugins.RouteClashB;

public sealed class RouteClashBModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "clash_b", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts();
        module.Routes.Screen<Hello, HelloScreen>();
        module.Routes.Command("clash", new Hello());
        module.Routes.DeepLink("cl_b", _ => new Hello());
    }
}
