using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace DrAivBot.Host.Database;

/// <summary>Finds the migrations embedded in an assembly.</summary>
internal static partial class MigrationScripts
{
    /// <summary>
    /// The scripts under a folder of the embedded resources, in the order of their numbers. Both <c>Migrations/0001_x.sql</c>
    /// and the build's default, <c>Any.Namespace.Migrations.0001_x.sql</c>, are found.
    /// </summary>
    /// <exception cref="MigrationRefusedException">A file is not named <c>NNNN_what.sql</c>.</exception>
    public static IReadOnlyList<MigrationScript> FromAssembly(Assembly assembly, string folder)
    {
        var scripts = new List<MigrationScript>();
        var misnamed = new List<string>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (FileOf(resource, folder) is not { } file)
            {
                continue;
            }

            if (FileName().Match(file) is { Success: true } match)
            {
                var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
                scripts.Add(new(number, match.Groups["name"].Value, Read(assembly, resource)));
            }
            else
            {
                misnamed.Add(resource);
            }
        }

        return misnamed.Count == 0
            ? [.. scripts.OrderBy(script => script.Number)]
            : throw new MigrationRefusedException(
                $"{assembly.GetName().Name}: {string.Join(", ", misnamed.Order(StringComparer.Ordinal))} cannot be put in "
                + "order. A migration's file is named NNNN_what.sql: four digits, an underscore, then a-z, 0-9 and _, "
                + "for example 0001_tables.sql. Rename the file.");
    }

    private static string? FileOf(string resource, string folder)
    {
        var path = "." + resource.Replace('\\', '.').Replace('/', '.');
        var start = path.IndexOf($".{folder.Trim('/').Replace('/', '.')}.", StringComparison.Ordinal);
        return start >= 0 && path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)
            ? path[(start + folder.Trim('/').Length + 2)..]
            : null;
    }

    private static string Read(Assembly assembly, string resource)
    {
#pragma warning disable MA0045 // An embedded resource is memory: there is nothing to wait for.
        using var stream = assembly.GetManifestResourceStream(resource)!;
#pragma warning restore MA0045
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
    }

    [GeneratedRegex(@"^(?<number>[0-9]{4})_(?<name>[a-z0-9_]+)\.sql$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
