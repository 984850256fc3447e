using System.Collections.Immutable;
using DrAivBot.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DrAivBot.Teams.Tests.Analyzers;

/// <summary>A piece of a module, compiled in memory and looked at by the analyzers.</summary>
internal static class Compiled
{
    private const string Usings = """
        using System;
        using System.ComponentModel;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization.Metadata;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private static readonly ImmutableArray<MetadataReference> Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(file) is "Microsoft.CSharp.dll")
            .Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>The findings as <c>id: message</c>, in the order of the lines.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(string code)
    {
        var token = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Module", [CSharpSyntaxTree.ParseText(Usings + code, cancellationToken: token)], Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics(token).Where(found => found.Severity == DiagnosticSeverity.Error));
        var findings = await compilation
            .WithAnalyzers([new PinningCallAnalyzer(), new UnownedTimerAnalyzer(), new StaticEventAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(token);
        return [.. findings.OrderBy(found => found.Location.SourceSpan.Start)
            .Select(found => $"{found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];
    }
}
