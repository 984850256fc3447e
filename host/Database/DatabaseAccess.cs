using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>The ways into the database: the host's own narrow login, once for what people wait for and once for jobs, and the given one for migrations.</summary>
internal sealed class DatabaseAccess(NpgsqlDataSource host, NpgsqlDataSource jobs, NpgsqlDataSource admin, DatabaseRoles roles)
    : IAsyncDisposable
{
    /// <summary>The login of the running host: owns nothing and bypasses no row level security.</summary>
    public NpgsqlDataSource Host { get; } = host;

    /// <summary>
    /// The same login, for the transactions of jobs. Many of them begin at once, and a new connection is slow until it has
    /// planned its statements; connections of turns are handed out in a circle, so those would come to turns next.
    /// </summary>
    public NpgsqlDataSource Jobs { get; } = jobs;

    /// <summary>The configured login, for migrations only.</summary>
    public NpgsqlDataSource Admin { get; } = admin;

    /// <summary>The roles of this database.</summary>
    public DatabaseRoles Roles { get; } = roles;

    /// <summary>Whether the server is gone, going, full or out of connections, which is no fault of the statement.</summary>
    public static bool IsAway(NpgsqlException failure) => failure is PostgresException refused
        ? refused.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError or PostgresErrorCodes.TooManyConnections
        : failure.IsTransient;

    /// <summary>Uses no connection again that is open now: the network may have forgotten all of them, and each would be waited for.</summary>
    public void Forget()
    {
        Host.Clear();
        Jobs.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Jobs.DisposeAsync();
        await Admin.DisposeAsync();
    }
}
