using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>How the running host logs in: name, password and pool of its own, the rest as in the given string.</summary>
internal sealed class HostLogin(NpgsqlConnectionStringBuilder given, string database, DatabaseRoles roles, PoolOptions options)
{
    private const int ScramIterations = 4096;

    /// <summary>
    /// The configured password, or one that follows from the given login's: hosts with one connection string agree
    /// without storing it. Null when the given login has none.
    /// </summary>
    public string? Password { get; } = options.HostPassword ?? Derive(given.Password, database);

    public string ConnectionString => ConnectionStringOf(options.MinPoolSize, Math.Max(1, options.MaxPoolSize - options.MaxJobConnections));

    /// <summary>None of these is kept open while there are no jobs.</summary>
    public string JobsConnectionString => ConnectionStringOf(0, options.MaxJobConnections);

    private string ConnectionStringOf(int least, int most) => new NpgsqlConnectionStringBuilder(given.ConnectionString)
    {
        Database = database,
        Username = roles.Host,
        Password = Password,
        ApplicationName = "draivbot",
        Pooling = true,
        MinPoolSize = Math.Min(least, most),
        MaxPoolSize = most,
        Timeout = (int)options.ConnectionTimeout.TotalSeconds,
        // A network that went silent is noticed by nothing else: the driver's half minute would be half a minute of silence
        // for everybody whose turn was under way. No turn of the host or of a module may take this long.
        CommandTimeout = 10,
        CancellationTimeout = 500,
        ConnectionLifetime = (int)options.ConnectionLifetime.TotalSeconds,
        NoResetOnClose = true,
        IncludeErrorDetail = false,
        Multiplexing = false,
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        KeepAlive = 30,
        TcpKeepAlive = true,
    }.ConnectionString;

    /// <summary>
    /// What PostgreSQL stores instead of the password (SCRAM-SHA-256). Computed here, so that the password does not
    /// appear in a statement, which the server may log.
    /// </summary>
    public string? Verifier()
    {
        if (Password is null)
        {
            return null;
        }

        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Password, salt, ScramIterations, HashAlgorithmName.SHA256, 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${ScramIterations}:{Convert.ToBase64String(salt)}"
            + $"${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }

    private static string? Derive(string? password, string database) => string.IsNullOrEmpty(password)
        ? null
        : Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes("draivbot host login 1\0" + database)));
}
