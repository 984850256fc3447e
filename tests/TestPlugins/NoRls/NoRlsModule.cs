namespace DrAivBot.TestPlugins.NoRls;

public sealed class NoRlsModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "no_rls", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddMigrations();
    }
}
