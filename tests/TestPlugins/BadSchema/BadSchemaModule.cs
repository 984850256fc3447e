namespace DrAivBot.TestPlugins.BadSchema;

public sealed class BadSchemaModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "bad_schema", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module) => module.AddMigrations();
}
