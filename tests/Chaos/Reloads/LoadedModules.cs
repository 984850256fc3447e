namespace DrAivBot.Chaos.Reloads;

/// <summary>The three modules under load; person n writes to module n modulo 3.</summary>
internal static class LoadedModules
{
    public const int Count = 3;

    /// <summary>Nothing is done to it: what happens to the others must not show here.</summary>
    public const int Steady = 0;

    /// <summary>Switched off and on.</summary>
    public const int Switched = 1;

    /// <summary>Replaced by its next build again and again.</summary>
    public const int Changing = 2;

    private static readonly string[] Folders = ["LoadSteady", "LoadSwitched", "LoadChanging"];

    public static IReadOnlyList<string> Ids { get; } = ["load_steady", "load_switched", "load_changing"];

    public static int Of(int user) => user % Count;

    public static string FileOf(int module) => BuiltFiles.TestModule(Folders[module]);
}
