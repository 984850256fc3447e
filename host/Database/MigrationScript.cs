using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Database;

/// <summary>One numbered SQL file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Name">What follows the number in the file's name, without <c>.sql</c>.</param>
/// <param name="Sql">Its text.</param>
internal sealed record MigrationScript(int Number, string Name, string Sql)
{
    private const string NoTransactionMark = "-- no transaction";

    /// <summary>Hash of the text, the same for both kinds of line ends.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Sql.Replace("\r\n", "\n", StringComparison.Ordinal))));

    /// <summary>The name of the file.</summary>
    public string File => string.Create(CultureInfo.InvariantCulture, $"{Number:0000}_{Name}.sql");

    /// <summary>Whether it asks, by a comment line, to run outside a transaction.</summary>
    public bool IsOutsideTransaction { get; } = Sql.Split('\n')
        .Any(line => line.Trim().Equals(NoTransactionMark, StringComparison.OrdinalIgnoreCase));
}
