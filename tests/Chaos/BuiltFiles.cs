namespace DrAivBot.Chaos;

/// <summary>Where the built programs lie.</summary>
internal static class BuiltFiles
{
    public static string Root { get; } = FindRoot();

    public static string Host { get; } = Path.Combine(Root, "host", "bin", Configuration(), "net10.0", "DrAivBot.Host.dll");

    public static string ChaosModule { get; } = Path.Combine(Root, "artifacts", "test-modules", "Chaos", "DrAivBot.TestPlugins.Chaos.dll");

    private static string Configuration() =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Debug" : "Release";

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DrAivBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds DrAivBot.sln.");
        }

        return folder;
    }
}
