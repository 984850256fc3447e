namespace DrAivBot.Host.Modules.Gate;

/// <summary>What files of a package may be called: names that mean the same file on every system, inside the package.</summary>
internal static class PackageNames
{
    public const string Manifest = "module.json";
    public const string Signature = "module.json.sig";
    public const int Longest = 200;

    public const string Rule =
        "1 to 200 characters, relative, parts divided by /, no part empty, \".\" or \"..\", none ending in a dot or a space, no control characters and none of \\ : * ? \" < > |";

    private const string Forbidden = "\\:*?\"<>|";

    public static bool IsAllowed(string name) =>
        name.Length is > 0 and <= Longest && !name.Any(letter => char.IsControl(letter) || Forbidden.Contains(letter, StringComparison.Ordinal))
        && Array.TrueForAll(name.Split('/'), part => part.Length > 0 && part[^1] is not ('.' or ' '));

    /// <summary>A name for a message or a terminal: control characters shown as codes, cut when long.</summary>
    public static string Show(string name)
    {
        var shown = string.Concat(name.Take(Longest).Select(letter => char.IsControl(letter) ? $"\\u{(int)letter:x4}" : letter.ToString()));
        return name.Length > Longest ? shown + "…" : shown;
    }
}
