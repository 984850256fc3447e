namespace DrAivBot.Host.Modules;

/// <summary>A module's files in a version folder that this host uses until it is disposed.</summary>
internal sealed class StoredModule(string mainPath, IDisposable use) : IDisposable
{
    /// <summary>Absolute path of the main assembly in the version folder.</summary>
    public string MainPath => mainPath;

    public void Dispose() => use.Dispose();
}
