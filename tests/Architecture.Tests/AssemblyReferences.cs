using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DrAivBot.Architecture.Tests;

/// <summary>What assemblies reference, read from the file without loading it.</summary>
internal static class AssemblyReferences
{
    private static readonly string[] NotForModules =
        ["Telegram.Bot", "Npgsql", "NLog", "NPOI", "Betalgo.Ranul.OpenAI", "McMaster.NETCore.Plugins", "SkiaSharp", "ScottPlot"];

    public static IReadOnlyList<string> FindForeign(string file) =>
        [.. Read(file).Where(name => !IsFramework(name) && !IsAbstraction(name)).Select(name => $"{Path.GetFileName(file)} references {name}.")];

    public static IReadOnlyList<string> FindForbiddenInModule(string file) =>
    [
        .. Read(file)
            .Where(name => (name.StartsWith("DrAivBot", StringComparison.Ordinal) && name != "DrAivBot.Contracts") || NotForModules.Contains(name))
            .Select(name => $"{Path.GetFileName(file)} references {name}."),
    ];

    private static bool IsFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib";

    private static bool IsAbstraction(string name) => name.EndsWith(".Abstractions", StringComparison.Ordinal);

    private static string[] Read(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
