using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DrAivBot.Analyzers;

/// <summary>Handlers put on events that outlive the module, and not taken off again by the same type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticEventAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> Everlasting = ["System.AppDomain", "System.Runtime.Loader.AssemblyLoadContext"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.StaticEvent];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolStartAction(BeginType, SymbolKind.NamedType);
    }

    private static void BeginType(SymbolStartAnalysisContext context)
    {
        var added = new ConcurrentBag<(IEventSymbol Event, bool IsLambda, Location Where)>();
        var removed = new ConcurrentBag<IEventSymbol>();
        context.RegisterOperationAction(
            found =>
            {
                var assignment = (IEventAssignmentOperation)found.Operation;
                if (assignment.EventReference is not IEventReferenceOperation { Event: var happening } || !OutlivesModule(happening, found.Compilation))
                {
                    return;
                }

                if (assignment.Adds)
                {
                    added.Add((happening, IsLambda(assignment.HandlerValue), assignment.Syntax.GetLocation()));
                }
                else
                {
                    removed.Add(happening);
                }
            },
            OperationKind.EventAssignment);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (var (happening, isLambda, where) in added)
            {
                if (isLambda || !removed.Contains(happening, SymbolEqualityComparer.Default))
                {
                    end.ReportDiagnostic(Diagnostic.Create(Rules.StaticEvent, where, $"{happening.ContainingType.Name}.{happening.Name}"));
                }
            }
        });
    }

    private static bool OutlivesModule(IEventSymbol happening, Compilation compilation) =>
        !SymbolEqualityComparer.Default.Equals(happening.ContainingAssembly, compilation.Assembly)
        && (happening.IsStatic || Everlasting.Contains($"{happening.ContainingType.ContainingNamespace}.{happening.ContainingType.Name}"));

    /// <summary>A lambda written at the place cannot be named again to take it off.</summary>
    private static bool IsLambda(IOperation handler) => handler switch
    {
        IDelegateCreationOperation creation => creation.Target is IAnonymousFunctionOperation,
        IConversionOperation conversion => IsLambda(conversion.Operand),
        _ => handler is IAnonymousFunctionOperation,
    };
}
