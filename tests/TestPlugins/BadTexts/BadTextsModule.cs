namespace DrAivBot.TestPlugins.BadTexts;

public sealed class BadTextsModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "bad_texts", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts();
        module.Routes.Screen<Hello, HelloScreen>();
    }
}
