namespace DrAivBot.Host.Modules;

internal sealed class LoadedModule
{
    public required ModuleManifest Manifest { get; init; }
}
