using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>
/// Prepares a database for the host: its roles, schema <c>core</c> and the history of migrations. Safe to repeat, and
/// from several hosts at once.
/// </summary>
internal static partial class DatabaseBootstrap
{
    private const int MaxAttempts = 10;

    /// <param name="adminConnectionString">
    /// A login that may create roles and schemas; used for this and for migrations, never for a turn.
    /// </param>
    /// <param name="options">The pool of the host's own login.</param>
    /// <param name="logger">Told what was prepared.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="DatabaseSetupException">The database cannot be used; the message says what to do.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached.</exception>
    public static async Task<DatabaseAccess> EnsureAsync(
        string adminConnectionString, PoolOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        var given = Read(adminConnectionString);
        var admin = NpgsqlDataSource.Create(AdminConnectionString(given));
        try
        {
            var facts = await ConnectAsync(admin, cancellationToken);
            facts.Check();
            var roles = new DatabaseRoles(facts.Database);
            var login = new HostLogin(given, facts.Database, roles, options);
            await PrepareAsync(admin, new(facts, roles, login, options), cancellationToken);
            var host = await LogInAsync(login, roles, cancellationToken);
            LogPrepared(logger, facts.Database, roles.Host, facts.Version);
            return new DatabaseAccess(host, NpgsqlDataSource.Create(login.JobsConnectionString), admin, roles);
        }
        catch
        {
            await admin.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new DatabaseSetupException(
                $"Database__ConnectionString cannot be read: {e.Message} It is written as "
                + "Host=server;Database=draivbot;Username=…;Password=….",
                e);
        }
    }

    private static string AdminConnectionString(NpgsqlConnectionStringBuilder given) =>
        new NpgsqlConnectionStringBuilder(given.ConnectionString)
        {
            ApplicationName = "draivbot migrations",
            Pooling = true,
            MinPoolSize = 0,
            MaxPoolSize = 4,
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 5,
            // Building an index takes as long as it takes; the caller's cancellation ends it.
            CommandTimeout = 0,
            NoResetOnClose = false,
            IncludeErrorDetail = false,
            Multiplexing = false,
            MaxAutoPrepare = 0,
        }.ConnectionString;

    private static async Task<ServerFacts> ConnectAsync(NpgsqlDataSource admin, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await admin.OpenConnectionAsync(cancellationToken);
            return await ServerFacts.ReadAsync(connection, cancellationToken);
        }
        catch (PostgresException e) when (IsRefusedLogin(e) || e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            throw new DatabaseSetupException(
                $"The server does not let the login of Database__ConnectionString in: {e.MessageText} ({e.SqlState}). Check "
                + "the database, name and password there, and pg_hba.conf on the server.",
                e);
        }
    }

    private static async Task PrepareAsync(
        NpgsqlDataSource admin, DatabasePreparation preparation, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await preparation.RunAsync(admin, cancellationToken);
                return;
            }
            catch (PostgresException e) when (attempt < MaxAttempts && IsRace(e))
            {
                // Roles belong to the server while the lock that orders hosts belongs to one database.
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), TimeProvider.System, cancellationToken);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw preparation.Explain(e);
            }
        }
    }

    private static async Task<NpgsqlDataSource> LogInAsync(
        HostLogin login, DatabaseRoles roles, CancellationToken cancellationToken)
    {
        var host = NpgsqlDataSource.Create(login.ConnectionString);
        try
        {
            await using var connection = await host.OpenConnectionAsync(cancellationToken);
            return host;
        }
        catch (NpgsqlException e) when (login.Password is null ? !e.IsTransient : e is PostgresException p && IsRefusedLogin(p))
        {
            await host.DisposeAsync();
            throw new DatabaseSetupException(
                $"The server does not let the host's own login {DatabaseRoles.Quote(roles.Host)} in: {e.Message} "
                + (login.Password is null
                    ? "Database__ConnectionString holds no password from which its password could follow. Set "
                        + "Database__HostPassword to a long random value, and let pg_hba.conf accept that login with "
                        + "scram-sha-256."
                    : "Let pg_hba.conf accept that login with scram-sha-256 from this machine."),
                e);
        }
        catch (NpgsqlException)
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static bool IsRefusedLogin(PostgresException e) => e.SqlState.StartsWith("28", StringComparison.Ordinal);

    private static bool IsRace(PostgresException e) => e.SqlState
        is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateSchema
        or PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DeadlockDetected
        or PostgresErrorCodes.SerializationFailure
        || (e.SqlState == PostgresErrorCodes.InternalError && e.MessageText.Contains("concurrently", StringComparison.Ordinal));

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Database {Database} is ready; the host logs in as {Role} (server {ServerVersion}).")]
    private static partial void LogPrepared(ILogger logger, string database, string role, int serverVersion);
}
