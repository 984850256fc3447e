using System.Collections.Concurrent;
using DrAivBot.Host.Database;
using DrAivBot.Host.Modules.Bulkheads;
using Npgsql;

namespace DrAivBot.Host.Work;

/// <summary>Opens the transactions of jobs. However many of one module hang, connections are left for those of the others.</summary>
internal sealed class JobConnections(DatabaseAccess access)
{
    private readonly int _most = BulkheadLimits.JobsOf(new NpgsqlConnectionStringBuilder(access.Jobs.ConnectionString).MaxPoolSize);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new(StringComparer.Ordinal);

    public async Task<TurnDatabase> OpenAsync(string moduleId, CancellationToken cancellationToken)
    {
        var places = _places.GetOrAdd(moduleId, _ => new(_most));
        await places.WaitAsync(cancellationToken);
        TurnDatabase? database = null;
        try
        {
            database = await TurnDatabase.OpenForJobAsync(access, cancellationToken);
            database.Closed = () => places.Release();
            return database;
        }
        finally
        {
            if (database is null)
            {
                places.Release();
            }
        }
    }
}
