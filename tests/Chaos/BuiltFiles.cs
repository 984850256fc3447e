namespace DrAivBot.Chaos;

/// <summary>Where the built programs lie.</summary>
internal static class BuiltFiles
{
    public static string Root { get; } = FindRoot();

    public static string Host { get; } = Path.Combine(Root, "host", "bin", Configuration(), "net10.0", "DrAivBot.Host.dll");

    public static string ChaosModule { get; } = TestModule("Chaos");

    /// <summary>The main assembly of a test module, by its folder.</summary>
    public static string TestModule(string folder) => Path.Combine(Root, "artifacts", "test-modules", folder, $"DrAivBot.TestPlugins.{folder}.dll");

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
