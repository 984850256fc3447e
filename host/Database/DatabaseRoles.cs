using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Database;

/// <summary>
/// Names of the PostgreSQL roles of one database. Roles belong to the whole server, so each name starts with the
/// database's; a name longer than PostgreSQL's 63 bytes keeps a readable start and ends in a hash of the whole.
/// </summary>
/// <param name="Prefix">The database's name.</param>
internal sealed record DatabaseRoles(string Prefix)
{
    private const int LongestName = 63;

    /// <summary>Owns schema <c>core</c> and runs its migrations; cannot log in.</summary>
    public string Owner => Name("owner");

    /// <summary>The login of the running host.</summary>
    public string Host => Name("host");

    /// <summary>Owns the few SECURITY DEFINER functions that look across companies.</summary>
    public string Definer => Name("definer");

    /// <summary>The group of all module roles: what is granted to it, every module may do.</summary>
    public string Modules => Name("modules");

    /// <summary>The group of all module owners: what their migrations may use of <c>core</c>.</summary>
    public string ModuleOwners => Name("module_owners");

    /// <summary>The role a module's SQL runs under.</summary>
    public string Module(string id) => Name("m_" + id);

    /// <summary>Owns one module's schema and nothing else; its migrations run under it.</summary>
    public string ModuleOwner(string id) => Name("o_" + id);

    /// <summary>Quotes an identifier for SQL.</summary>
    public static string Quote(string identifier) =>
        $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>What stands for a text between the quotes of an SQL literal.</summary>
    public static string Literal(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private string Name(string suffix)
    {
        var name = $"{Prefix}_{suffix}";
        if (Encoding.UTF8.GetByteCount(name) <= LongestName)
        {
            return name;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 6));
        var tail = $"_{hash}_{suffix}";
        var start = Prefix;
        while (Encoding.UTF8.GetByteCount(start) + tail.Length > LongestName)
        {
            start = start[..^1];
        }

        return start + tail;
    }
}
