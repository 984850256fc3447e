namespace DrAivBot.Host.Live;

/// <summary>Wakes up when something in a file's folder changes, where the system says so. Never relied on.</summary>
internal sealed class FileHints : IDisposable
{
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly FileSystemWatcher? watcher;

    public FileHints(string path)
    {
        try
        {
            // Everything in the folder: a link that is turned to another folder shows as a change of its neighbour.
            watcher = new FileSystemWatcher(Path.GetDirectoryName(Path.GetFullPath(path))!) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += (_, _) => Wake();
            watcher.Created += (_, _) => Wake();
            watcher.Renamed += (_, _) => Wake();
            watcher.Deleted += (_, _) => Wake();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception unavailable) when (unavailable is IOException or ArgumentException or PlatformNotSupportedException)
        {
            // The system has no more watches to give, or the folder is not there: the regular look finds changes as well.
            watcher?.Dispose();
            watcher = null;
        }
    }

    /// <summary>Waits for a hint, at most so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => changed.WaitAsync(atMost, cancellationToken);

    public void Dispose()
    {
        watcher?.Dispose();
        changed.Dispose();
    }

    private void Wake()
    {
        try
        {
            changed.Release();
        }
        catch (Exception known) when (known is SemaphoreFullException or ObjectDisposedException)
        {
            // Awake already, or going away.
        }
    }
}
