using System.Diagnostics;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Database.Cluster;
using Npgsql;

namespace DrAivBot.Host;

/// <summary>Brings up the database: the host's own cluster unless a server is given, roles, pool and the core's tables.</summary>
internal static class DatabaseStart
{
    /// <summary>Starts the host's own cluster; null when a server is given.</summary>
    public static async Task<EmbeddedCluster?> StartClusterAsync(
        HostSettings settings, HostOverrides overrides, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (settings.Database.ConnectionString is not null)
        {
            return null;
        }

        var options = new EmbeddedClusterOptions
        {
            DataDirectory = settings.Host.DataDirectory,
            Database = settings.Telegram.UsesSandbox ? "draivbot_sandbox" : "draivbot",
            Fsync = overrides.DurableDatabase,
            Clock = overrides.Time,
        };
        return await EmbeddedCluster.StartAsync(options, loggers.CreateLogger<EmbeddedCluster>(), cancellationToken);
    }

    public static async Task<DatabaseAccess> ConnectAsync(
        HostSettings settings, EmbeddedCluster? cluster, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var connectionString = cluster?.ConnectionString ?? settings.Database.ConnectionString!;
        var access = await WaitForServerAsync(connectionString, settings.Database, time, loggers, cancellationToken);
        try
        {
            var scripts = MigrationScripts.FromAssembly(typeof(DatabaseStart).Assembly, "Migrations");
            await new MigrationRunner(access, loggers.CreateLogger<MigrationRunner>()).MigrateAsync(new("core", "core", scripts), cancellationToken);
            return access;
        }
        catch
        {
            await access.DisposeAsync();
            throw;
        }
    }

    private static async Task<DatabaseAccess> WaitForServerAsync(
        string connectionString, DatabaseSettings settings, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger(nameof(DatabaseStart));
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                return await DatabaseBootstrap.EnsureAsync(connectionString, PoolOf(settings), logger, cancellationToken);
            }
            catch (NpgsqlException away) when ((away is not PostgresException || DatabaseAccess.IsAway(away)) && Stopwatch.GetElapsedTime(began) < settings.StartPatience)
            {
                logger.LogWarning("The database server cannot be reached; trying again for up to {Seconds} s", (int)settings.StartPatience.TotalSeconds);
                await Task.Delay(TimeSpan.FromSeconds(2), time, cancellationToken);
            }
        }
    }

    private static PoolOptions PoolOf(DatabaseSettings settings) => new()
    {
        MinPoolSize = settings.MinPoolSize,
        MaxPoolSize = settings.MaxPoolSize,
        ConnectionTimeout = settings.ConnectionTimeout,
        ConnectionLifetime = settings.ConnectionLifetime,
        HostPassword = settings.HostPassword,
    };
}
