using System.Reflection;
using System.Text;

namespace DrAivBot.Host.Modules;

/// <summary>
/// The files a module embeds under a folder, by file name: with <c>LogicalName="Folder/file"</c>, or as the compiler names
/// them by itself (<c>Namespace.Folder.file</c>).
/// </summary>
internal static class EmbeddedFiles
{
    public static IReadOnlyDictionary<string, string> Read(Assembly assembly, string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (FileName(resource, folder) is { } name)
            {
                using var reader = new BinaryReader(assembly.GetManifestResourceStream(resource)!);
                files[name] = Encoding.UTF8.GetString(reader.ReadBytes((int)reader.BaseStream.Length)).TrimStart('\uFEFF');
            }
        }

        return files;
    }

    private static string? FileName(string resource, string folder)
    {
        var path = resource.Replace('\\', '/');
        if (path.StartsWith(folder + "/", StringComparison.Ordinal))
        {
            return path[(folder.Length + 1)..];
        }

        var dotted = "." + folder.Replace('/', '.') + ".";
        var at = resource.IndexOf(dotted, StringComparison.Ordinal);
        return at < 0 ? null : resource[(at + dotted.Length)..];
    }
}
