using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>Runs SQL that returns nothing.</summary>
internal static class SqlRunning
{
    /// <summary>Runs statements without parameters, in one round trip.</summary>
    public static async Task RunAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
