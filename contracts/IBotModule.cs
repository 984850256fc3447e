namespace DrAivBot;

/// <summary>
/// A feature of the bot in an assembly of its own. An assembly has exactly one public, non-abstract class that
/// implements this interface and has a public parameterless constructor; the host creates one instance a load.
/// </summary>
public interface IBotModule
{
    /// <summary>Who the module is and what it needs. Read once, before <see cref="Register"/>; constant.</summary>
    ModuleManifest Manifest { get; }

    /// <summary>
    /// Declares routes, dialogs, texts, migrations, permissions, menu items and the module's own services. Only
    /// declarations: no clock, no files, no network, no threads. An exception here refuses the module with its message
    /// and leaves the others running.
    /// </summary>
    /// <param name="module">Collects the declarations; not to be used after this method returns.</param>
    void Register(IModuleBuilder module);
}
