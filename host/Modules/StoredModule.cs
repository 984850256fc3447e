namespace DrAivBot.Host.Modules;

/// <summary>A module's files in a version folder that this host uses until it is disposed.</summary>
internal sealed class StoredModule(string mainPath, IDisposable use) : IDisposable
{
    /// <summary>Absolute path of the main assembly in the version folder.</summary>
    public string MainPath => mainPath;

    /// <summary>Name of the version folder.</summary>
    public string Name => Path.GetFileName(Path.GetDirectoryName(mainPath)!);

    /// <summary>Notes that this version ran: such versions are kept for a while, so that one can come back to them.</summary>
    public async Task NoteGoodAsync()
    {
        try
        {
            await File.WriteAllTextAsync(Path.GetDirectoryName(mainPath) + ModuleStore.GoodMark, Path.GetFileName(mainPath));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The disk is full: the version runs, only the way back to it is not kept.
        }
    }

    public void Dispose() => use.Dispose();
}
