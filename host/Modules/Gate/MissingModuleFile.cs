using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>Says where a module's file might be instead.</summary>
internal static class MissingModuleFile
{
    private const int Shown = 5;

    public static string Describe(string path)
    {
        var what = Directory.Exists(path) ? $"{path} is a folder, not a file." : $"There is no file {path}.";
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder))
        {
            var files = Directory.EnumerateFiles(folder, "*.dll").Select(file => Path.GetFileName(file)).Order().ToArray();
            return files.Length == 0
                ? $"{what} The folder {folder} holds no DLL. Publish the module there, or correct the path in plugins.json."
                : $"{what}{NearestName.Suggest(Path.GetFileName(path), files)} {folder} holds {List(files)}. Correct the path in plugins.json.";
        }

        var parent = folder;
        while (parent is not null && !Directory.Exists(parent))
        {
            parent = Path.GetDirectoryName(parent);
        }

        var folders = Directory.EnumerateDirectories(parent!).Select(found => Path.GetFileName(found)).Order().ToArray();
        var next = Path.GetRelativePath(parent!, folder).Split(Path.DirectorySeparatorChar)[0];
        return $"{what} {parent} has no folder \"{next}\".{NearestName.Suggest(next, folders)} Publish the module there, or correct the path in plugins.json.";
    }

    private static string List(string[] files) =>
        string.Join(", ", files.Take(Shown)) + (files.Length > Shown ? $" and {files.Length - Shown} more" : "");
}
