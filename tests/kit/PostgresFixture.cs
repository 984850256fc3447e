using DrAivBot.Host.Database.Cluster;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DrAivBot.Testing;

/// <summary>
/// One private PostgreSQL cluster for all tests of a process; each test takes a database of its own from it.
/// Use it as an assembly fixture: <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>. The cluster starts
/// with the first database asked for. When the environment variable <c>DRAIVBOT_TEST_DATABASE</c> holds the connection
/// string of a superuser, that server is used and none is started. Roles belong to the cluster, not to a database:
/// tests share them.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private TestDirectory? _directory;
    private EmbeddedCluster? _cluster;
    private string? _administrator;

    /// <summary>A new, empty database. Dispose it to drop it, open connections or not.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var administrator = await AdministratorAsync(cancellationToken);
        return await TestDatabase.CreateAsync(administrator, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _directory?.Dispose();
        _starting.Dispose();
    }

    private async Task<string> AdministratorAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            return _administrator ??= Environment.GetEnvironmentVariable("DRAIVBOT_TEST_DATABASE") is { Length: > 0 } given
                ? given
                : await StartAsync(cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        _directory = new TestDirectory();
        var options = new EmbeddedClusterOptions { DataDirectory = _directory.Path, Fsync = false };
        _cluster = await EmbeddedCluster.StartAsync(options, NullLogger.Instance, cancellationToken);
        return new NpgsqlConnectionStringBuilder(_cluster.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString;
    }
}
