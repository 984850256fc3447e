using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DrAivBot.Architecture.Tests;

/// <summary>Rules over built assemblies: names of types, static state, length of methods.</summary>
internal static partial class TypeRules
{
    private const int LongestMethod = 60;

    public static IReadOnlyList<string> FindVagueNames(IEnumerable<Type> types) =>
        [.. types.Where(type => !IsGenerated(type) && VagueName().IsMatch(type.Name)).Select(type => $"{type.FullName} says nothing; name the one thing it does.")];

    public static IReadOnlyList<string> FindMutableStatics(IEnumerable<Type> types) =>
    [
        .. from type in types
           where !type.IsEnum && !IsGenerated(type)
           from field in type.GetFields(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where !field.IsInitOnly && !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
           select $"{type.FullName}.{field.Name} is static and can change; keep state in a service.",
    ];

    /// <summary>Counts from the first to the last line with code, as the debug information beside the assembly has them.</summary>
    public static IReadOnlyList<string> FindLongMethods(string assembly, int most = LongestMethod)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        var (metadata, debug) = (image.GetMetadataReader(), symbols.GetMetadataReader());
        return
        [
            .. from handle in debug.MethodDebugInformation
               let lines = LinesOf(debug.GetMethodDebugInformation(handle), debug)
               where lines > most
               let method = metadata.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(MetadataTokens.GetRowNumber(handle)))
               let type = metadata.GetTypeDefinition(method.GetDeclaringType())
               select $"{metadata.GetString(type.Name)}.{metadata.GetString(method.Name)} has {lines} lines ({most} at most): split it.",
        ];
    }

    private static int LinesOf(MethodDebugInformation method, MetadataReader debug)
    {
        var points = method.GetSequencePoints().Where(point => !point.IsHidden && !IsGenerated(debug, point.Document)).ToList();
        return points.Count == 0 ? 0 : points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1;
    }

    private static bool IsGenerated(MetadataReader debug, DocumentHandle document) =>
        debug.GetString(debug.GetDocument(document).Name) is var name && (name.EndsWith(".g.cs", StringComparison.Ordinal) || name.Contains("/obj/", StringComparison.Ordinal));

    /// <summary>What source generators write keeps its caches in static fields.</summary>
    private static bool IsGenerated(Type type) =>
        type.Name.StartsWith('<') || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: true)
        || typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(type)
        || (type.DeclaringType is { } outer && IsGenerated(outer))
        || type.Namespace?.StartsWith("DrAivBot", StringComparison.Ordinal) != true;

    [GeneratedRegex(@"(Manager|Helpers?|Utils?|Utility|Utilities|Common|Misc|Impl|Dto)(`\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VagueName();
}
