using System.Collections.Concurrent;
using DrAivBot.Host.Database;
using DrAivBot.Host.Modules.Bulkheads;
using Npgsql;

namespace DrAivBot.Host.Work;

/// <summary>Opens the transactions of jobs. However many of one module hang, connections are left for those of the others.</summary>
internal sealed class JobConnections(DatabaseAccess access)
{
    private readonly NpgsqlConnectionStringBuilder _pool = new(access.Jobs.ConnectionString);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new(StringComparer.Ordinal);

    /// <summary>For what the host itself writes about a job, which must not wait for the module.</summary>
    public Task<TurnDatabase> OpenAsync(CancellationToken cancellationToken) => TurnDatabase.OpenForJobAsync(access, cancellationToken);

    /// <summary>For code of a module.</summary>
    /// <exception cref="TimeoutException">The transactions of its other jobs do not end.</exception>
    public async Task<TurnDatabase> OpenAsync(string moduleId, CancellationToken cancellationToken)
    {
        var places = _places.GetOrAdd(moduleId, _ => new(BulkheadLimits.JobsOf(_pool.MaxPoolSize)));
        if (!await places.WaitAsync(TimeSpan.FromSeconds(_pool.Timeout), cancellationToken))
        {
            throw new TimeoutException($"The jobs of module {moduleId} that run now hold all the connections it may have, and for {_pool.Timeout} s none was given back.");
        }

        TurnDatabase? database = null;
        try
        {
            database = await OpenAsync(cancellationToken);
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
