using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>The two ways into the database: the host's own narrow login, and the given one for migrations.</summary>
internal sealed class DatabaseAccess(NpgsqlDataSource host, NpgsqlDataSource admin, DatabaseRoles roles)
    : IAsyncDisposable
{
    /// <summary>The login of the running host: owns nothing and bypasses no row level security.</summary>
    public NpgsqlDataSource Host { get; } = host;

    /// <summary>The configured login, for migrations only.</summary>
    public NpgsqlDataSource Admin { get; } = admin;

    /// <summary>The roles of this database.</summary>
    public DatabaseRoles Roles { get; } = roles;

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Admin.DisposeAsync();
    }
}
