using DrAivBot.Host.Database;
using Npgsql;

namespace DrAivBot.Host.Organisation;

/// <summary>Finds positions by name: what the company did not rename is called as the board says, which the database does not know.</summary>
internal sealed class BoardWords(OrgBoard board, string language)
{
    /// <summary>A condition on a position <c>p</c>: parameters 1 to 3 are those of <see cref="Parameters"/>.</summary>
    public const string Matches = """
        (lower(p.name) like $1 or (p.name is null and case p.kind
            when 'department_head' then p.department_number = any ($2)
            when 'division_head' then p.division_number = any ($3)
            else false end))
        """;

    public NpgsqlParameter[] Parameters(string text)
    {
        var wanted = text.Trim();
        var departments = board.Departments.Where(unit => Has(unit.HeadPosition.Name(language), wanted)).Select(unit => unit.Number);
        var divisions = board.Divisions.Where(unit => Has(unit.HeadPosition.Name(language), wanted)).Select(unit => unit.Number);
        return [Sql.Value(Pattern(wanted)), Sql.Values([.. departments]), Sql.Values([.. divisions])];
    }

    private static string Pattern(string wanted) => '%' + wanted.ToLowerInvariant()
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + '%';

    private static bool Has(string name, string wanted) => name.Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
