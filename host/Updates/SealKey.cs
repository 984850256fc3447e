using System.Security.Cryptography;
using DrAivBot.Host.Database;

namespace DrAivBot.Host.Updates;

/// <summary>The key that seals callback data: made once for a database, so that all its hosts understand each other's buttons.</summary>
internal sealed record SealKey(byte[] Value)
{
    private const string Keep = "insert into core.keys (name, value) values ('callback', $1) on conflict (name) do nothing";

    private const string Read = "select value from core.keys where name = 'callback'";

    public static async Task<SealKey> ReadAsync(DatabaseAccess access, CancellationToken cancellationToken)
    {
        await using var keep = access.Host.CreateCommand(Keep);
        keep.Parameters.Add(Sql.Value(RandomNumberGenerator.GetBytes(32)));
        await keep.ExecuteNonQueryAsync(cancellationToken);
        await using var read = access.Host.CreateCommand(Read);
        return new((byte[])(await read.ExecuteScalarAsync(cancellationToken))!);
    }
}
