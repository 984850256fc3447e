using Npgsql;

namespace DrAivBot.Host.Database.Cluster;

/// <summary>
/// The host's own private PostgreSQL cluster, used when no connection string is configured: made on first use,
/// reached only over a unix socket in a directory of mode 0700, never run as root. The server outlives a killed host
/// and is adopted by the next; a killed server is started again within a second or two. Stopped with the host.
/// </summary>
public sealed partial class EmbeddedCluster : IAsyncDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    private readonly PostgresServer _server;
    private readonly ServerLog _log;
    private readonly ClusterLock _lock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _watch;
    private int _stopped;

    private EmbeddedCluster(PostgresServer server, ServerLog log, ClusterLock held, string connectionString, TimeProvider clock, ILogger logger)
    {
        (_server, _log, _lock, ConnectionString, _logger) = (server, log, held, connectionString, logger);
        _watch = WatchAsync(clock, _stopping.Token);
    }

    /// <summary>Npgsql connection string of the cluster's superuser to the database asked for.</summary>
    public string ConnectionString { get; }

    /// <summary>Creates the cluster when there is none, starts or adopts its server, and creates the database.</summary>
    /// <exception cref="ClusterException">What went wrong and what the operator can do.</exception>
    public static async Task<EmbeddedCluster> StartAsync(EmbeddedClusterOptions options, ILogger log, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new ClusterException("On Windows the host brings no database of its own. Set Database__ConnectionString to a PostgreSQL server.");
        }

        var held = new ClusterLock();
        try
        {
            return await StartLockedAsync(options, held, log, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            await held.DisposeAsync();
            throw new ClusterException($"The database in {options.DataDirectory} cannot be used: {e.Message}{(e is UnauthorizedAccessException ? " Did the host run as another user here before (root)? Start it as that user, or give the directory to yourself with chown." : "")}", e);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server (open transactions are rolled back) and lets go of the data directory. Safe to repeat.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var stop = await _server.StopAsync(CancellationToken.None);
        if (stop.Succeeded)
        {
            LogStopped(_logger);
        }
        else
        {
            LogNotStopped(_logger, stop.Output);
        }

        await _lock.DisposeAsync();
        _stopping.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<EmbeddedCluster> StartLockedAsync(EmbeddedClusterOptions options, ClusterLock held, ILogger logger, CancellationToken cancellationToken)
    {
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataDirectory));
        if (data.IndexOfAny(['"', '$', '`', '\\', '\n']) >= 0)
        {
            throw new ClusterException($"PostgreSQL's own tools cannot work in {data}: a directory name holds one of \" $ ` \\ or a line break. Rename it, or set Host__DataDirectory to another place.");
        }

        Directory.CreateDirectory(data);
        await held.TakeAsync(data, cancellationToken);

        var installed = await PostgresBinaries.FindAsync(cancellationToken);
        var place = await ClusterPlace.FindAsync(options, data, cancellationToken);
        if (place.Home != data)
        {
            await held.TakeAsync(place.Home, cancellationToken);
            LogElsewhere(logger, place.Home, place.Account.Name);
        }

        var binaries = await new ClusterCreation(place, [.. installed.Where(b => b.Major >= PostgresBinaries.OldestMajor)]).EnsureAsync(options.Fsync, cancellationToken);
        var log = new ServerLog(place.LogFile, options.LogLimit);
        var server = new PostgresServer(place, binaries, log, options.Fsync);
        try
        {
            var (socketDirectory, adopted) = await server.EnsureAsync(cancellationToken);
            LogRuns(logger, adopted ? "adopted" : "started", binaries.Major, place.Cluster, place.Account.Name);
            var connectionString = await CreateDatabaseAsync(socketDirectory, options.Database, cancellationToken);
            return new EmbeddedCluster(server, log, held, connectionString, options.Clock, logger);
        }
        catch
        {
            await server.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task<string> CreateDatabaseAsync(string socketDirectory, string name, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder { Host = socketDirectory, Port = 5432, Username = "postgres", Database = "postgres", Pooling = false };
        await using var postgres = new NpgsqlConnection(connection.ConnectionString);
        await postgres.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{name}'", postgres);
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = new NpgsqlCommand($"create database {name}", postgres);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        return new NpgsqlConnectionStringBuilder { Host = socketDirectory, Port = 5432, Username = "postgres", Database = name }.ConnectionString;
    }

    private async Task WatchAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(WatchInterval, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await _log.RotateIfLargeAsync(cancellationToken);
                if (!await _server.IsRunningAsync(cancellationToken))
                {
                    LogGone(_logger);
                    await _server.EnsureAsync(cancellationToken);
                    LogBack(_logger);
                }
            }
            catch (Exception e) when (e is ClusterException or IOException or UnauthorizedAccessException)
            {
                LogStillGone(_logger, e.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL {Major} {How}: cluster {Cluster}, run by {Account}")]
    private static partial void LogRuns(ILogger logger, string how, int major, string cluster, string account);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The data directory is out of reach for the account {Account}, so the database is in {Directory} (named in postgres.location)")]
    private static partial void LogElsewhere(ILogger logger, string directory, string account);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database server is gone (killed?); starting it again")]
    private static partial void LogGone(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database server runs again")]
    private static partial void LogBack(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database server could not be started again, next attempt in a second: {Reason}")]
    private static partial void LogStillGone(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database server stopped")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database server did not stop and runs on; the next start of the host adopts it: {Reason}")]
    private static partial void LogNotStopped(ILogger logger, string reason);
}
