namespace DrAivBot.Host.Modules.Gate;

/// <summary>Names of target frameworks, as projects and as assemblies write them.</summary>
internal static class Frameworks
{
    private const string Prefix = ".NETCoreApp,Version=v";

    /// <summary>What this host runs.</summary>
    public static Version Newest { get; } = new(10, 0);

    /// <summary>The version of a short name such as <c>net10.0</c>; null when it is none.</summary>
    public static Version? TryRead(string name) =>
        name.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(name.AsSpan(3), out var version) && version is { Major: >= 5, Build: < 0 } ? version : null;

    /// <summary>The version of an assembly's moniker such as <c>.NETCoreApp,Version=v10.0</c>; null when it is none.</summary>
    public static Version? TryReadMoniker(string? moniker) =>
        moniker?.StartsWith(Prefix, StringComparison.Ordinal) == true && Version.TryParse(moniker.AsSpan(Prefix.Length), out var version) ? version : null;

    public static string NameOf(Version version) => $"net{version.ToString(2)}";
}
