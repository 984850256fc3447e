namespace DrAivBot.Architecture.Tests;

/// <summary>The files of this repository as the tests find them.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "artifacts", "node_modules", ".git", "data"];

    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Files below folders of the root, relative to it, without what builds make.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(Generated).Any());

    /// <summary>Built modules: the main assembly of each folder of plugins.</summary>
    public static IEnumerable<string> Modules() => Directory.EnumerateDirectories(PathOf("plugins"))
        .Select(folder => Path.GetFileName(folder)!)
        .Where(id => Directory.EnumerateFiles(PathOf($"plugins/{id}"), "*.csproj").Any())
        .Select(id => Directory.EnumerateFiles(PathOf($"artifacts/modules/{id}"), "*.deps.json").Single().Replace(".deps.json", ".dll", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DrAivBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds DrAivBot.sln.");
    }
}
