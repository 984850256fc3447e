namespace DrAivBot.TestPlugins.BadMigration;

public sealed class BadMigrationModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "bad_migration", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddMigrations();
    }
}
