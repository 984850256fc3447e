using System.Globalization;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>
/// One host a cluster. The operating system holds the lock (flock) for this process and drops it however the
/// process ends; the file itself stays and means nothing. Two locks when the cluster is not in the data directory:
/// a copied data directory still names the same cluster.
/// </summary>
internal sealed class ClusterLock : IAsyncDisposable
{
    private readonly List<FileStream> _held = [];

    /// <summary>Takes the lock of a directory, or says who has it.</summary>
    public async Task TakeAsync(string directory, CancellationToken cancellationToken)
    {
        var holder = Path.Combine(directory, "host.pid");
        try
        {
            _held.Add(new FileStream(ClusterPlace.LockFileIn(directory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken)
        {
            var process = File.Exists(holder) ? $" (process {(await File.ReadAllTextAsync(holder, cancellationToken)).Trim()})" : "";
            throw new ClusterException(
                $"Another DrAivBot host{process} uses {directory}. Stop it first, or give this one its own Host__DataDirectory. Several hosts can share one database server: set the same Database__ConnectionString for all.", taken);
        }

        await File.WriteAllTextAsync(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _held)
        {
            await file.DisposeAsync();
        }
    }
}
