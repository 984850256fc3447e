namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>Where the built programs lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The host as an operator starts it, built like these tests.</summary>
    public static string Host { get; } = Path.Combine(Root, "host", "bin", Configuration(), "net10.0", "DrAivBot.Host.dll");

    public static string CompanyModule { get; } = Path.Combine(Root, "artifacts", "modules", "company", "DrAivBot.Company.dll");

    public static string EchoModule { get; } =
        Path.Combine(Root, "artifacts", "test-modules", "Echo", "DrAivBot.TestPlugins.Echo.dll");

    public static string JournalModule { get; } =
        Path.Combine(Root, "artifacts", "test-modules", "Journal", "DrAivBot.TestPlugins.Journal.dll");

    public static string BenchModule { get; } = Path.Combine(Root, "artifacts", "bench", "bench", "DrAivBot.Bench.dll");

    public static string Rig { get; } =
        Path.Combine(Root, "tests", "Benchmarks", "Rig", "bin", Configuration(), "net10.0", "DrAivBot.Rig.dll");

    /// <summary>Fills the database of a host for the rig.</summary>
    public static string RigSeed { get; } = Path.Combine(Root, "tests", "Benchmarks", "sql", "host-seed.sql");

    public static string BlabsModule { get; } =
        Path.Combine(Root, "artifacts", "test-modules", "Blabs", "DrAivBot.TestPlugins.Blabs.dll");

    private static string Configuration() =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Debug" : "Release";

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DrAivBot.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
