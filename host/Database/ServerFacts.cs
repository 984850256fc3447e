using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>What the given login may do on the given server.</summary>
internal sealed record ServerFacts
{
    private const int OldestVersion = 150000;

    public required string Database { get; init; }

    public required string Login { get; init; }

    /// <summary>As PostgreSQL counts: 150018 is 15.18.</summary>
    public required int Version { get; init; }

    public required bool IsSuperuser { get; init; }

    public required bool MayCreateRoles { get; init; }

    public required bool MayCreateSchemas { get; init; }

    public static async Task<ServerFacts> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select current_database()::text, current_user::text, current_setting('server_version_num')::int, rolsuper,
                   rolcreaterole, has_database_privilege(current_database(), 'create')
            from pg_catalog.pg_roles where rolname = current_user
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new ServerFacts
        {
            Database = reader.GetString(0),
            Login = reader.GetString(1),
            Version = reader.GetInt32(2),
            IsSuperuser = reader.GetBoolean(3),
            MayCreateRoles = reader.GetBoolean(4),
            MayCreateSchemas = reader.GetBoolean(5),
        };
    }

    /// <exception cref="DatabaseSetupException">The server is too old, or the login may too little.</exception>
    public void Check()
    {
        if (Version < OldestVersion)
        {
            throw new DatabaseSetupException(
                $"The database server is PostgreSQL {Version / 10000}.{Version % 10000}. DrAivBot needs 15 or newer: older "
                + "versions cannot keep views under row level security. Upgrade the server, or name another one in "
                + "Database__ConnectionString.");
        }

        if (!IsSuperuser && !(MayCreateRoles && MayCreateSchemas))
        {
            var (login, database) = (DatabaseRoles.Quote(Login), DatabaseRoles.Quote(Database));
            throw new DatabaseSetupException(
                $"The login {login} of Database__ConnectionString may not prepare the database {database}: DrAivBot makes "
                + "roles and schemas of its own, so that its running host owns nothing and sees one company at a time. "
                + $"Run as a superuser: alter role {login} createrole; alter database {database} owner to {login};");
        }
    }
}
