namespace DrAivBot.TestPlugins.RowsInTheWay;

/// <summary>Its second migration runs on empty tables only.</summary>
public sealed class RowsInTheWayModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "rows_in_the_way", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module) => module.AddMigrations();
}
