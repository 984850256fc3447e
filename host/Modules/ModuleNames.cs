using System.Text.RegularExpressions;

namespace DrAivBot.Host.Modules;

/// <summary>What ids, tags, commands and prefixes may look like.</summary>
internal static partial class ModuleNames
{
    /// <summary>Id of the host's own routes.</summary>
    public const string Core = "core";

    public const string IdRule =
        "2 to 30 characters of a-z, 0-9 and _, starting with a letter; not \"core\", \"public\" or \"information_schema\" and not starting with \"pg_\"";

    public const string TagRule = "1 to 20 characters of a-z, 0-9, _ and -";

    public static IReadOnlyList<string> ReservedCommands { get; } = ["start", "menu", "cancel", "help", "language", "settings"];

    public static bool IsModuleId(string id) => ModuleIdPattern().IsMatch(id)
        && id is not (Core or "public" or "information_schema") && !id.StartsWith("pg_", StringComparison.Ordinal);

    public static bool IsTag(string tag) => TagPattern().IsMatch(tag);

    public static bool IsCommand(string name) => CommandPattern().IsMatch(name);

    public static bool IsDeepLinkPrefix(string prefix) => PrefixPattern().IsMatch(prefix);

    public static bool IsPermission(string id) => PermissionPattern().IsMatch(id);

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{1,29}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModuleIdPattern();

    [GeneratedRegex(@"\A[a-z0-9_-]{1,20}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\A[a-z0-9_]{1,32}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,32}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrefixPattern();

    [GeneratedRegex(@"\A[a-z0-9_]+(\.[a-z0-9_-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PermissionPattern();
}
