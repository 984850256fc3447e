using System.Text;
using Npgsql;

namespace DrAivBot.Host.Database;

/// <summary>Puts into words why a script failed. Keeps row values (the error's detail) out of it.</summary>
internal static class MigrationFailure
{
    /// <summary>Whether the script is at fault, and not a server that stops, is full or cannot be reached.</summary>
    public static bool IsOfScript(PostgresException e) => e.SqlState[..2] is not ("57" or "53" or "58" or "08");

    public static MigrationRefusedException Explain(
        MigrationTarget target, MigrationScript script, IReadOnlyList<SqlStatement> statements, PostgresException e) => new(
        $"Migration {target.Owner}/{script.File} was refused by PostgreSQL{Place(statements, e)}: {e.MessageText} "
        + $"(SQLSTATE {e.SqlState}).{Hint(e)} Nothing of the file was kept. Correct it and start again.",
        e);

    private static string Place(IReadOnlyList<SqlStatement> statements, PostgresException e)
    {
        var context = e.Where ?? "";
        var statement = statements.FirstOrDefault(s => s.Text == e.InternalQuery)
            ?? statements.FirstOrDefault(s => context.Contains($"SQL statement \"{s.Text}\"", StringComparison.Ordinal));
        if (statement is null)
        {
            return "";
        }

        var offset = statement.Text == e.InternalQuery ? e.InternalPosition : 0;
        var line = statement.Line + statement.Text.EnumerateRunes().Take(offset).Count(rune => rune == new Rune('\n'));
        return $" at line {line}, in «{FirstLine(statement.Text)}»";
    }

    private static string FirstLine(string text)
    {
        var line = text.Split('\n')[0].TrimEnd();
        return line.Length <= 80 ? line : line[..79] + "…";
    }

    private static string Hint(PostgresException e) => e switch
    {
        { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            " A migration owns its module's schema and may touch no other; roles and sessions are the host's.",
        { Hint: { Length: > 0 } hint } => " " + hint.TrimEnd('.') + ".",
        _ => "",
    };
}
